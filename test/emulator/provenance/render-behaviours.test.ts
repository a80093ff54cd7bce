import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { serviceBehaviours } from "../../../emulator/behaviours";
import {
  assumedRefusal,
  declareBehaviours,
  defaultValue,
  documented,
  failure,
  inferred,
  notEmulated,
  readings,
  refusal,
  renderBehaviours,
  reported,
} from "../../../emulator/provenance";

const source = "https://example.com/page";

describe("docs/emulator/behaviours.md", () => {
  it("is what the records say (written by npm run behaviours)", () => {
    const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "emulator", "behaviours.md"), "utf8");
    assert.equal(page, renderBehaviours(serviceBehaviours, readings));
  });
});

describe("The page of behaviours", () => {
  const table = declareBehaviours("some-service", {
    notThere: refusal(404, "NotThere", reported("A thing that is not there is refused", source)),
    wrongThing: assumedRefusal(400, "WrongThing", documented("A thing has a * and a snake_case name", source)),
    days: defaultValue(90, documented("It takes 90 days", source)),
    broken: failure("Broken", inferred("A broken thing fails", source)),
    other: refusal(501, "NotServed", notEmulated("There are other things", source)),
  });
  const reading = {
    question: "Which one?",
    default: "one",
    alternatives: { one: documented("It is one", source), two: inferred("It is two", source) },
  };
  const lines = renderBehaviours(Object.values(table), { which: reading }).split("\n");

  it("has a line for each with its answer, its certainty and its source", () => {
    for (const line of [
      "- `not-there` (`404 NotThere`, reported): A thing that is not there is refused. <https://example.com/page>",
      "- `wrong-thing` (`400 WrongThing`, documented, code assumed): A thing has a \\* and a snake\\_case name. <https://example.com/page>",
      "- `days` (`90`, documented): It takes 90 days. <https://example.com/page>",
      "- `broken` (`Broken`, inferred): A broken thing fails. <https://example.com/page>",
    ]) {
      assert.ok(lines.includes(line), line);
    }
  });

  it("counts them, and names what is inferred, what is not emulated, and the readings with their default", () => {
    assert.ok(lines.includes("4 behaviours: 2 documented, 0 seen, 1 reported, 1 inferred."));
    const chapter = (title: string): readonly string[] => {
      const start = lines.indexOf(`## ${title}`);
      const rest = lines.slice(start + 1);
      return rest.slice(
        0,
        rest.findIndex((line) => line.startsWith("## ")),
      );
    };
    const names = (title: string) => chapter(title).flatMap((line) => /^- (`[^`]+` \([^:]*\)):/.exec(line)?.[1] ?? []);
    assert.deepEqual(names("Inferred"), ["`some-service/broken` (`Broken`, inferred)"]);
    assert.deepEqual(names("Not emulated"), ["`some-service/other` (`501 NotServed`, documented)"]);
    assert.deepEqual(names("Readings"), ["`one` (default, documented)", "`two` (inferred)"]);
    assert.ok(chapter("Readings").includes("Which one?"));
  });
});
