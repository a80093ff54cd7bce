import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { clouds } from "../../../azure";
import { readDeployedStack } from "../../../verify/stack/deployed-stack";
import { StackError } from "../../../verify/stack/stack-error";

const group = "/subscriptions/s/resourceGroups/rg/providers";
const vaultId = `${group}/Microsoft.KeyVault/vaults/kv`;
const relay = { id: `${group}/Microsoft.Logic/workflows/relay`, name: "relay", principalId: "p" };
const refresh = { id: `${group}/Microsoft.Logic/workflows/refresh`, name: "refresh", principalId: "p" };
const outputs = { refreshWorkflows: { token: refresh }, connectionId: `${group}/Microsoft.Web/connections/c`, relay };
const vault = {
  type: "azure-native:keyvault:Vault",
  id: vaultId,
  inputs: { properties: { enableRbacAuthorization: true } },
};
const stackOf = (given: object = outputs) => ({
  type: "pulumi:pulumi:Stack",
  urn: "urn:pulumi:prod::logicapp-keyvault-secrets::pulumi:pulumi:Stack::logicapp-keyvault-secrets-prod",
  outputs: given,
});
const stateOf = (...resources: object[]) => ({ version: 3, deployment: { resources } });

describe("An exported stack", () => {
  it("tells its vault, its Logic Apps and its alert rules", () => {
    const alert = { type: "azure-native:monitor:MetricAlert", id: `${group}/microsoft.insights/metricAlerts/failed` };
    const logAlert = {
      type: "azure-native:monitor:ScheduledQueryRule",
      id: `${group}/microsoft.insights/scheduledQueryRules/error-code`,
    };
    assert.deepEqual(readDeployedStack(stateOf(stackOf(), vault, alert, logAlert)), {
      name: "prod",
      cloud: clouds.public,
      vaultId,
      authorizationModel: "rbac",
      workflows: [
        { role: "relay", id: relay.id, name: "relay" },
        { role: "refresh", secretName: "token", id: refresh.id, name: "refresh" },
      ],
      connectionId: outputs.connectionId,
      roleAssignments: [],
      alertRuleIds: [alert.id, logAlert.id],
    });
  });

  it("tells its cloud, by the address of its vault", () => {
    const vaultUri = "https://kv.vault.usgovcloudapi.net";
    assert.equal(readDeployedStack(stateOf(stackOf({ ...outputs, vaultUri }), vault)).cloud, clouds.usgovernment);
  });

  it("tells its consumers, each with its subscription", () => {
    const consumer = { id: `${group}/Microsoft.Logic/workflows/consume-accounts`, name: "consume-accounts" };
    const subscriptionId = `${group}/Microsoft.ServiceBus/namespaces/sb/topics/t/subscriptions/salesforce`;
    const consumerWorkflows = { accounts: { ...consumer, subscriptionId } };
    const { workflows } = readDeployedStack(stateOf(stackOf({ ...outputs, consumerWorkflows }), vault));
    assert.deepEqual(workflows.at(-1), { role: "consumer", ...consumer, subscriptionId });
  });

  it("tells its role assignments, whose URNs a command to restore them needs", () => {
    const assignment = {
      type: "azure-native:authorization/v20220401:RoleAssignment",
      id: `${vaultId}/secrets/token/providers/Microsoft.Authorization/roleAssignments/r`,
      urn: "urn:pulumi:prod::logicapp-keyvault-secrets::azure-native:authorization:RoleAssignment::refresh-get-token",
      inputs: { principalId: "p" },
    };
    const { id, urn } = assignment;
    assert.deepEqual(readDeployedStack(stateOf(stackOf(), vault, assignment)).roleAssignments, [
      { id, urn, principalId: "p" },
    ]);
  });

  it("tells of the vault that was there before by the grants at it", () => {
    const without = stackOf({ refreshWorkflows: outputs.refreshWorkflows });
    const role = {
      type: "azure-native:authorization/v20220401:RoleAssignment",
      id: `${vaultId}/secrets/token/providers/Microsoft.Authorization/roleAssignments/r`,
    };
    const policy = { type: "azure-native:keyvault:AccessPolicy", id: `${vaultId}/accessPolicy/p` };
    for (const [grant, model] of [
      [role, "rbac"],
      [policy, "accessPolicy"],
    ] as const) {
      const { vaultId: id, authorizationModel, connectionId } = readDeployedStack(stateOf(without, grant));
      assert.deepEqual([id, authorizationModel, connectionId], [vaultId, model, undefined]);
    }
  });

  it("takes the vault's model from no role assignment at a Logic App, which refreshOperators get", () => {
    const operator = {
      type: "azure-native:authorization/v20220401:RoleAssignment",
      id: `${refresh.id}/providers/Microsoft.Authorization/roleAssignments/r`,
    };
    const policy = { type: "azure-native:keyvault:AccessPolicy", id: `${vaultId}/accessPolicy/p` };
    const without = stackOf({ refreshWorkflows: outputs.refreshWorkflows });
    assert.equal(readDeployedStack(stateOf(without, operator, policy)).authorizationModel, "accessPolicy");
  });

  for (const [what, state, message] of [
    ["empty", { version: 3, deployment: {} }, /^The state has no stack/],
    ["no state", [], /^The state has no stack/],
    [
      "without outputs",
      stateOf(stackOf({}), vault),
      /'prod' is not deployed in full: its outputs lack 'refreshWorkflows'/,
    ],
    ["without a vault", stateOf(stackOf()), /neither a key vault nor a grant/],
    [
      "without a consumer's subscription",
      stateOf(stackOf({ ...outputs, consumerWorkflows: { accounts: refresh } }), vault),
      /its outputs lack 'consumerWorkflows.accounts.subscriptionId'/,
    ],
    [
      "without a relay's id",
      stateOf(stackOf({ ...outputs, relay: {} }), vault),
      /lack 'relay'.*npx pulumi up --stack prod/,
    ],
  ] as const) {
    it(`is refused when it is ${what}`, () => {
      assert.throws(
        () => readDeployedStack(state),
        (error) => error instanceof StackError && message.test(error.message),
      );
    });
  }
});
