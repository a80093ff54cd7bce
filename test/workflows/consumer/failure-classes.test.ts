import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { consumerFailureClasses } from "../../../workflows";
import { documentedFailures } from "../../documents";
import { consumerDefinitions } from "../../policy/our-definitions";
import { endingCodes } from "../ending-codes";

describe("A consumer's failure classes", () => {
  it("are the codes that its runs can end with, each of them", () => {
    for (const definition of consumerDefinitions) {
      assert.deepEqual(endingCodes(definition), [...consumerFailureClasses].sort());
    }
  });

  it("each have a remedy in docs/consumer/troubleshooting.md, or one with those of a refresh", () => {
    const own = documentedFailures("consumer/troubleshooting.md");
    const shared = new Set(documentedFailures().map(({ code }) => code));
    const elsewhere = consumerFailureClasses.filter((code) => shared.has(code));
    assert.deepEqual([...own.map(({ code }) => code), ...elsewhere].sort(), [...consumerFailureClasses].sort());
    for (const { code, meaning, fix } of own) assert.ok(meaning.length > 20 && fix.length > 20, code);
  });
});
