import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { replaceConnection, replaceRoleAssignments, upWithRefresh } from "../../verify/pulumi-commands";
import { documentedRestorations, upCommands } from "../documents";

const replace = "npx pulumi up --target-replace";

describe("The commands that restore what was changed outside Pulumi", () => {
  it("are those of docs/operations/drift.md, for each kind of resource", () => {
    const rows = documentedRestorations();
    assert.deepEqual(
      rows.map(([changed = "", restores = ""]) => [changed.split(/[,:]/)[0], upCommands(restores)]),
      [
        ["A role assignment that is gone", [replace]],
        ["An access policy", [upWithRefresh]],
        ["A Logic App", [upWithRefresh]],
        ["A custom role", [upWithRefresh]],
        ["The relay's access key", ["npx pulumi up"]],
        ["The key in the connection", upCommands(replaceConnection)],
        ["The vault", []],
      ],
    );
  });

  it("name each role assignment, so that a shell leaves the $ alone", () => {
    assert.equal(
      replaceRoleAssignments("prod", ["urn:a$b::c", "urn:a$b::d"]),
      "npx pulumi up --stack prod --target-replace 'urn:a$b::c' --target-replace 'urn:a$b::d'",
    );
  });
});
