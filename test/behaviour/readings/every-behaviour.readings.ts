import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe } from "mocha";
import { defaultReadings, describeReadings } from "../../../emulator/provenance";
import { everyPairOfReadings } from "../../../local/readings/every-pair";

const folder = join(__dirname, "..");
/** The tests of behaviour, apart from those of published answers, which have combinations of their own. */
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && file !== "token-answers.test.ts")
  .map((file) => join(folder, file))
  .sort();

const load = createRequire(__filename);
const usual = { ...defaultReadings };
const [, ...combinations] = everyPairOfReadings();

for (const combination of combinations) {
  // Grants that take minutes to hold have tests of their own: here each would begin by waiting for the grants of its stack,
  // and of the administrator who prepares it.
  const readings = { ...combination, grantEffect: usual.grantEffect };

  describe(`Under ${describeReadings(readings)}`, () => {
    before(() => {
      Object.assign(defaultReadings, readings);
    });
    after(() => {
      Object.assign(defaultReadings, usual);
    });

    for (const file of files) {
      // Once more: a file describes its tests as it is loaded.
      Reflect.deleteProperty(load.cache, file);
      load(file);
    }
  });
}
