import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findBuiltInRole, findBuiltInRoleGuid } from "../../azure";

const secretsUser = "4633458b-17de-408a-b874-0445c86b69e6";

describe("Azure's built-in roles", () => {
  it("are found by an id of any scope, in any letter case", () => {
    const role = {
      name: "Key Vault Secrets User",
      dataActions: [
        "Microsoft.KeyVault/vaults/secrets/getSecret/action",
        "Microsoft.KeyVault/vaults/secrets/readMetadata/action",
      ],
      privilegedActions: [],
      permitsChanges: false,
      actions: [],
    };
    const scopes = ["", "/providers/Microsoft.Authorization/roleDefinitions/", "/subscriptions/s/x/roleDefinitions/"];
    for (const scope of scopes) {
      assert.deepEqual(findBuiltInRole(scope + secretsUser), role);
      assert.deepEqual(findBuiltInRole((scope + secretsUser).toUpperCase()), role);
    }
  });

  it("tell what gives their holder more rights", () => {
    const administrator = findBuiltInRole("8b54135c-b56d-4d72-a534-26097cfdc8d8");
    assert.deepEqual(administrator, {
      name: "Key Vault Data Access Administrator",
      dataActions: [],
      privilegedActions: ["Microsoft.Authorization/roleAssignments/write", "Microsoft.Resources/deployments/write"],
      permitsChanges: true,
      actions: [],
    });
  });

  it("say what they permit on messages and on Logic Apps", () => {
    assert.deepEqual(findBuiltInRole("4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"), {
      name: "Azure Service Bus Data Receiver",
      dataActions: ["Microsoft.ServiceBus/*/receive/action"],
      privilegedActions: [],
      permitsChanges: false,
      actions: [],
    });
    assert.deepEqual(findBuiltInRole("515c2055-d9d4-4321-b1b9-bd0c9a0f79fe")?.actions, [
      "Microsoft.Logic/workflows/disable/action",
      "Microsoft.Logic/workflows/enable/action",
      "Microsoft.Logic/workflows/validate/action",
    ]);
  });

  it("are none where the id is no role's", () => {
    for (const id of ["", "constructor", "__proto__", "/roles/4633458b", `${secretsUser}0`]) {
      assert.equal(findBuiltInRole(id), undefined);
    }
  });

  it("are found by their whole name", () => {
    assert.equal(findBuiltInRoleGuid("key vault secrets USER"), secretsUser);
    assert.equal(findBuiltInRoleGuid("Key Vault Secrets"), undefined);
  });
});
