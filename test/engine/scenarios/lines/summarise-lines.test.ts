import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { summariseLines } from "./summarise-lines";

describe("the summary of a preview", () => {
  it("counts types per operation, and names what causes a replacement", () => {
    assert.equal(
      summariseLines([
        "create web:CustomApi set-secret",
        "replace authorization:RoleAssignment a: principalId (replaced for principalId)",
        "replace authorization:RoleAssignment b: principalId (replaced for principalId)",
        "replace authorization:RoleAssignment c",
        "update logic:Workflow set-secret-relay: accessControl, tags",
      ]),
      "create: CustomApi; replace: RoleAssignment ×2 (principalId), RoleAssignment; update: Workflow",
    );
  });

  it("rejects a line that is none", () => {
    assert.throws(() => summariseLines(["failed unexpectedly"]), /'failed unexpectedly' is not a line of a preview/);
  });
});
