import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deriveRequirements } from "../../access";
import { consumerDefinition, SessionRenewalRole } from "../../workflows";
import { construct } from "../construction/construct";
import { serviceBusTopicId } from "../settings/settings-under-test";

const refreshId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Logic/workflows/refresh-token";
const principal = { principalId: "principal" };
const definition = consumerDefinition(
  {
    subscription: { kind: "created", topicId: serviceBusTopicId, name: "salesforce", maxDeliveryCount: 20 },
    sObject: "Account",
    externalIdField: "ERP_Id__c",
    fields: { ERP_Id__c: "erp_id" },
  },
  { token: { secretName: "salesforce-token", allowedInstanceUrlSuffixes: ["example.my.salesforce.com"] } },
);
const needs = deriveRequirements(definition);

describe("SessionRenewalRole", () => {
  const constructed = (use: (role: SessionRenewalRole) => void = () => undefined) =>
    construct(() => {
      use(new SessionRenewalRole("session-renewal", { resourceGroupName: "group" }));
      return {};
    });

  it("has what a consumer's definition needs of the refresh, and nothing else", async () => {
    const { find } = await constructed();
    const group = "/subscriptions/subscription/resourceGroups/group";
    const needed = needs.resourceManagerCalls.map(({ permission }) => permission);
    assert.equal(needs.triggerRuns.length, 1);
    assert.deepEqual(find("azure-native:authorization:RoleDefinition", "renew-session").inputs, {
      scope: group,
      roleName: `Logic Apps: renew session (logicapp-keyvault-secrets/test, ${group})`,
      roleType: "CustomRole",
      description:
        "Runs refresh Logic Apps, and reads their runs, of the Pulumi stack logicapp-keyvault-secrets/test, and nothing else.",
      permissions: [
        {
          actions: ["Microsoft.Logic/workflows/triggers/run/action", ...needed],
          notActions: [],
          dataActions: [],
          notDataActions: [],
        },
      ],
      assignableScopes: [group],
    });
  });

  it("is assigned at the refresh, to a workflow that calls it", async () => {
    const { ofType } = await constructed((role) => {
      role.grant("consume-accounts", principal, needs, refreshId, {});
      role.grant("other", principal, { triggerRuns: [], resourceManagerCalls: [] }, refreshId, {});
    });
    assert.deepEqual(
      ofType("azure-native:authorization:RoleAssignment").map(({ name, inputs }) => [name, inputs.scope]),
      [["consume-accounts-renew-session", refreshId]],
    );
  });

  it("refuses to be granted for another call of Azure Resource Manager", async () => {
    await constructed((role) => {
      const disable = { action: "Disable", permission: "Microsoft.Logic/workflows/disable/action" };
      const others = { triggerRuns: [], resourceManagerCalls: [disable] };
      assert.throws(() => role.grant("consume-accounts", principal, others, refreshId, {}), {
        name: "RangeError",
        message: "The action Disable of consume-accounts does more to the refresh than run it and read its runs.",
      });
    });
  });
});
