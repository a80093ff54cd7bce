import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { alternativesToHold, defaultReadings, readings, type Reading } from "../../../emulator/provenance";
import { everyPairOfReadings } from "../../../local/readings/every-pair";

describe("The combinations of readings", () => {
  const combinations = everyPairOfReadings();

  it("begin with the defaults", () => {
    assert.deepEqual(combinations[0], defaultReadings);
  });

  it("give every reading one of its alternatives, and no combination comes twice", () => {
    for (const combination of combinations) {
      assert.deepEqual(Object.keys(combination), Object.keys(readings));
      for (const [key, alternative] of Object.entries(combination)) {
        const allowed = alternativesToHold(readings[key as keyof typeof readings]);
        assert.ok(allowed.includes(alternative), `${key} ${alternative}`);
      }
    }
    assert.equal(new Set(combinations.map((each) => JSON.stringify(each))).size, combinations.length);
  });

  it("have every two alternatives of different readings together", () => {
    const entries = Object.entries<Reading>(readings);
    for (const [index, [one, reading]] of entries.entries()) {
      for (const [other, another] of entries.slice(index + 1)) {
        for (const first of alternativesToHold(reading)) {
          for (const second of alternativesToHold(another)) {
            const isThere = combinations.some((each) => {
              const chosen: Readonly<Record<string, string>> = each;
              return chosen[one] === first && chosen[other] === second;
            });
            assert.ok(isThere, `${one} ${first} with ${other} ${second}`);
          }
        }
      }
    }
  });
});
