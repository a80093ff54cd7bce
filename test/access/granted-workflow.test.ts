import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { existingVault, GrantedWorkflow, VaultAccess, vaultRequest } from "../../access";
import { workflowDefinition } from "../../definition";
import type { Construction } from "../construction/construct";
import { construct } from "../construction/construct";

const vaultId = "/subscriptions/s/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/mine";

function constructed(identity: "system" | "user", preview = false): Promise<Construction> {
  return construct(
    () => {
      const access = new VaultAccess("access", { vault: existingVault(vaultId), authorizationModel: "accessPolicy" });
      const { principalId } = new GrantedWorkflow("reader", {
        resourceGroupName: "group",
        access,
        identity,
        definition: (own) =>
          workflowDefinition({
            parameters: { vaultUri: { type: "String", defaultValue: "" } },
            triggers: {},
            actions: {
              Get_secret: vaultRequest({
                description: "Reads a secret.",
                operation: { method: "GET", path: "/secrets/{secret-name}" },
                secretName: "in",
                identity: own,
                runAfter: {},
                retryPolicy: { type: "none" },
                requestTimeout: "PT10S",
                timeout: "PT30S",
              }),
            },
          }),
      });
      return { principalId };
    },
    { preview },
  );
}

const workflow = "azure-native:logic:Workflow";
const accessPolicy = "azure-native:keyvault:AccessPolicy";

function order({ resources }: Construction): string[] {
  return resources.filter(({ type }) => type.startsWith("azure-native:")).map(({ type }) => type);
}

describe("GrantedWorkflow", () => {
  it("grants its system-assigned identity what the definition does, once the workflow is there", async () => {
    const construction = await constructed("system");
    assert.deepEqual(order(construction), [workflow, accessPolicy]);
    assert.deepEqual(construction.find(accessPolicy, "reader").inputs.policy, {
      objectId: "principal-of-reader",
      tenantId: "tenant",
      permissions: { secrets: ["get"] },
    });
    assert.deepEqual(construction.outputs, { principalId: "principal-of-reader" });
  });

  it("grants an identity of its own before the workflow is there, so that its first run is let in", async () => {
    const construction = await constructed("user");
    assert.deepEqual(order(construction), [
      "azure-native:managedidentity:UserAssignedIdentity",
      accessPolicy,
      workflow,
    ]);
  });

  it("survives a preview, in which nobody knows the identity yet", async () => {
    const construction = await constructed("system", true);
    assert.deepEqual(construction.find(accessPolicy, "reader").inputs.policy, {
      objectId: "[unknown]",
      tenantId: "[unknown]",
      permissions: { secrets: ["get"] },
    });
  });
});
