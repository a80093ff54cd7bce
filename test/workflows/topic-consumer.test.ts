import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { existingVault, ServiceBusAccess, VaultAccess } from "../../access";
import { WorkflowAlerts, WorkflowLogs } from "../../alerts";
import type { Consumer, TopicConsumerArgs } from "../../workflows";
import { SessionRenewalRole, TopicConsumer } from "../../workflows";
import { construct, type Construction } from "../construction/construct";

const vaultId = "/subscriptions/s/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/mine";
const etlGroup = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl";
const topicId = `${etlGroup}/providers/Microsoft.ServiceBus/namespaces/sb-example/topics/crm-updates`;
const created = { kind: "created", topicId, name: "salesforce", maxDeliveryCount: 20 } as const;
const consumer: Consumer = {
  subscription: created,
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id", Name: "name" },
};
const refreshId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Logic/workflows/refresh-token";
const token = { secretName: "salesforce-token", allowedInstanceUrlSuffixes: ["example.my.salesforce.com"] };
const refresh = { token, workflow: { id: refreshId } };

const workflow = "azure-native:logic:Workflow";
const assignment = "azure-native:authorization:RoleAssignment";
const definition = "azure-native:authorization:RoleDefinition";
const subscription = "azure-native:servicebus:Subscription";
const idOf = (type: string, name: string): string =>
  `/subscriptions/s/resourceGroups/g/providers/${type}/${name}12345678`;

interface Options {
  readonly authorizationModel?: "rbac" | "accessPolicy";
  readonly receiveRoleId?: string;
}

/** The arguments that a consumer needs, made within a program. */
function leastArgs({ authorizationModel = "rbac", receiveRoleId }: Options = {}): TopicConsumerArgs {
  return {
    resourceGroupName: "group",
    consumer,
    refresh,
    access: new VaultAccess("access", { vault: existingVault(vaultId), authorizationModel }),
    serviceBusAccess: new ServiceBusAccess("service-bus-access", { receiveRoleId }),
    renewalRole: new SessionRenewalRole("session-renewal", { resourceGroupName: "group" }),
  };
}

/** Constructs one consumer, by its own arguments alone. */
function constructed({
  change,
  ...options
}: Options & { change?: Partial<TopicConsumerArgs> } = {}): Promise<Construction> {
  return construct(() => {
    new TopicConsumer("consume-accounts", { ...leastArgs(options), ...change });
    return {};
  });
}

describe("TopicConsumer", () => {
  it("creates the subscription on the topic, with the longest lock and without sessions", async () => {
    const { find } = await constructed();
    assert.deepEqual(find(subscription, "consume-accounts").inputs, {
      resourceGroupName: "rg-etl",
      namespaceName: "sb-example",
      topicName: "crm-updates",
      subscriptionName: "salesforce",
      lockDuration: "PT5M",
      maxDeliveryCount: 20,
      deadLetteringOnMessageExpiration: true,
      requiresSession: false,
    });
  });

  it("leaves an existing subscription alone, and is granted access to it", async () => {
    const existing: Consumer = { ...consumer, subscription: { kind: "existing", topicId, name: "sales" } };
    const { ofType, find } = await constructed({ change: { consumer: existing } });
    assert.deepEqual(ofType(subscription), []);
    assert.equal(find(assignment, "consume-accounts-receive").inputs.scope, `${topicId}/subscriptions/sales`);
  });

  it("passes the vault's address and the refresh's ID to the definition, which is known before the deployment", async () => {
    const { find } = await constructed();
    const { parameters, definition: deployed } = find(workflow, "consume-accounts").inputs;
    assert.deepEqual(parameters, {
      vaultUri: { value: "https://mine.vault.azure.net" },
      refreshWorkflowId: { value: refreshId.slice(1) },
    });
    assert.ok(
      JSON.stringify(deployed).includes(
        "https://sb-example.servicebus.windows.net/crm-updates/subscriptions/salesforce/",
      ),
    );
  });

  const principalId = "principal-of-consume-accounts";
  const ofServiceBus = {
    scope: idOf("servicebus/Subscription", "consume-accounts"),
    roleDefinitionId: idOf("authorization/RoleDefinition", "receive-00000000-rg-etl"),
    principalId,
    principalType: "ServicePrincipal",
  };
  const ofRefresh = {
    scope: refreshId,
    roleDefinitionId: idOf("authorization/RoleDefinition", "renew-session"),
    principalId,
    principalType: "ServicePrincipal",
  };
  const ofSecret = {
    scope: `${vaultId}/secrets/salesforce-token`,
    roleDefinitionId: idOf("authorization/RoleDefinition", "secrets-getSecret"),
    principalId,
    principalType: "ServicePrincipal",
  };

  for (const identity of ["system", "user"] as const) {
    it(`may read the token, receive from the subscription and start the refresh, and nothing else: rbac, ${identity}-assigned`, async () => {
      const { ofType } = await constructed({ change: { identity } });
      assert.deepEqual(
        ofType(assignment).map(({ name, inputs }) => [name, inputs]),
        [
          ["consume-accounts-get-salesforce-token", ofSecret],
          ["consume-accounts-receive", ofServiceBus],
          ["consume-accounts-renew-session", ofRefresh],
        ],
      );
      assert.deepEqual(ofType("azure-native:keyvault:AccessPolicy"), []);
    });

    it(`has an access policy for the token, and roles for the rest: accessPolicy, ${identity}-assigned`, async () => {
      const { ofType } = await constructed({ authorizationModel: "accessPolicy", change: { identity } });
      assert.deepEqual(
        ofType(assignment).map(({ name, inputs }) => [name, inputs]),
        [
          ["consume-accounts-receive", ofServiceBus],
          ["consume-accounts-renew-session", ofRefresh],
        ],
      );
      assert.deepEqual(
        ofType("azure-native:keyvault:AccessPolicy").map(({ name, inputs }) => [name, inputs.policy]),
        [["consume-accounts", { objectId: principalId, tenantId: "tenant", permissions: { secrets: ["get"] } }]],
      );
    });
  }

  it("has its grants before its first run, with an identity of its own", async () => {
    const { find, optionsOf } = await constructed({ change: { identity: "user" } });
    const { dependencies } = optionsOf(find(workflow, "consume-accounts"));
    assert.deepEqual(dependencies.map((urn) => urn.split("::").slice(-2).join(" ").split("$").pop()).sort(), [
      "azure-native:authorization:RoleAssignment consume-accounts-get-salesforce-token",
      "azure-native:authorization:RoleAssignment consume-accounts-receive",
      "azure-native:authorization:RoleAssignment consume-accounts-renew-session",
      "azure-native:managedidentity:UserAssignedIdentity consume-accounts",
    ]);
  });

  it("defines a role with the one data action, in the topic's resource group", async () => {
    const { find } = await constructed();
    assert.deepEqual(find(definition, "receive-00000000-rg-etl").inputs, {
      scope: etlGroup,
      roleName: `Service Bus: receive (logicapp-keyvault-secrets/test, ${etlGroup})`,
      roleType: "CustomRole",
      description:
        "Receives messages from Service Bus for Logic Apps of the Pulumi stack logicapp-keyvault-secrets/test, and nothing else.",
      permissions: [
        {
          actions: [],
          notActions: [],
          dataActions: ["Microsoft.ServiceBus/namespaces/messages/receive/action"],
          notDataActions: [],
        },
      ],
      assignableScopes: [etlGroup],
    });
  });

  it("is assigned an existing role in its place", async () => {
    const { ofType, find } = await constructed({ receiveRoleId: "/roles/receive" });
    assert.equal(find(assignment, "consume-accounts-receive").inputs.roleDefinitionId, "/roles/receive");
    assert.deepEqual(
      ofType(definition).map(({ name }) => name),
      ["renew-session", "secrets-getSecret"],
    );
  });

  it("shares one role with the other consumers of a resource group", async () => {
    const { ofType } = await construct(() => {
      const shared = leastArgs();
      new TopicConsumer("consume-accounts", shared);
      const second: Consumer = { ...consumer, subscription: { ...created, name: "second" } };
      new TopicConsumer("consume-second", { ...shared, consumer: second });
      return {};
    });
    assert.deepEqual(
      ofType(definition).map(({ name }) => name),
      ["receive-00000000-rg-etl", "renew-session", "secrets-getSecret"],
    );
    assert.equal(ofType(assignment).length, 6);
  });

  it("sends its logs, and has alert rules of its own", async () => {
    const { ofType, outputs } = await construct(() => {
      const workspaceId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w";
      const args = {
        ...leastArgs(),
        logs: new WorkflowLogs("workflow-logs", { workspaceId, workflowIds: {} }),
        alerts: new WorkflowAlerts("refresh-alerts", { resourceGroupName: "group", workspaceId }),
      };
      return { summary: new TopicConsumer("consume-accounts", args).summary };
    });
    assert.deepEqual(
      [...ofType("azure-native:monitor:DiagnosticSetting"), ...ofType("azure-native:monitor:MetricAlert")].map(
        ({ name }) => name,
      ),
      ["logs", "dead-letters", "failed", "silent", "waiting"].map((suffix) => `consume-accounts-${suffix}`),
    );
    assert.deepEqual(
      ofType("azure-native:monitor:ScheduledQueryRule").map(({ name }) => name),
      ["consume-accounts-error-code"],
    );
    assert.deepEqual(outputs.summary, {
      id: idOf("logic/Workflow", "consume-accounts"),
      name: "consume-accounts12345678",
      principalId,
      subscriptionId: ofServiceBus.scope,
      alertRules: {
        failed: idOf("monitor/MetricAlert", "consume-accounts-failed"),
        silent: idOf("monitor/MetricAlert", "consume-accounts-silent"),
        errorCode: idOf("monitor/ScheduledQueryRule", "consume-accounts-error-code"),
        deadLetters: idOf("monitor/MetricAlert", "consume-accounts-dead-letters"),
        waiting: idOf("monitor/MetricAlert", "consume-accounts-waiting"),
      },
    });
  });

  for (const [argument, fix] of [
    ["refresh", "Pass the TokenRefresh of the consumer's token."],
    ["serviceBusAccess", "Pass a ServiceBusAccess."],
    ["renewalRole", "Pass a SessionRenewalRole."],
  ] as const) {
    it(`refuses to be without ${argument}`, async () => {
      await construct(() => {
        const args = leastArgs();
        assert.throws(() => new TopicConsumer("consume-accounts", { ...args, [argument]: undefined }), {
          name: "UsageError",
          message: `TopicConsumer consume-accounts: the argument "${argument}" is missing. ${fix}`,
        });
        return {};
      });
    });
  }
});
