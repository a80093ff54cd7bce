import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isSameName } from "../../azure";

describe("Names of Azure", () => {
  it("are the same in any letter case", () => {
    assert.equal(isSameName("kv-Secrets", "KV-secrets"), true);
    assert.equal(isSameName("kv-secrets", "kv-other"), false);
  });

  it("are not the same where one is missing or is not a text", () => {
    for (const pair of [
      ["", ""],
      [undefined, undefined],
      [1, 1],
    ]) {
      assert.equal(isSameName(pair[0], pair[1]), false);
    }
  });
});
