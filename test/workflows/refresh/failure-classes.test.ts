import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { failureClasses } from "../../../workflows";
import { documentedFailures } from "../../documents";
import { refreshDefinitions } from "../../policy/our-definitions";
import { endingCodes } from "../ending-codes";

describe("Failure classes", () => {
  it("are the codes that refresh runs can end with, each of them", () => {
    assert.deepEqual([...new Set(refreshDefinitions.flatMap(endingCodes))].sort(), [...failureClasses].sort());
  });

  it("each have a remedy in docs/troubleshooting.md, and none is there that does not exist", () => {
    const failures = documentedFailures();
    assert.deepEqual(failures.map(({ code }) => code).sort(), [...failureClasses].sort());
    for (const { code, meaning, fix } of failures) assert.ok(meaning.length > 20 && fix.length > 20, code);
  });
});
