import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { inputProblem } from "../../../settings/parse/parse-arguments";

describe("inputProblem", () => {
  it("is none for a valid value", () => {
    assert.equal(inputProblem("location", "westeurope"), undefined);
    assert.equal(inputProblem("resourceGroupName", "rg-shared"), undefined);
  });

  it("describes an invalid one", () => {
    assert.match(inputProblem("vaultId", "kv-shared") ?? "", /^is not a Key Vault resource ID\. Expected /);
  });

  it("describes an empty one", () => {
    assert.match(inputProblem("vaultId", "") ?? "", /^is missing or empty\. /);
  });
});
