import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken } from "../stack-configuration";
import { azureResources, constructed } from "./constructed";

const topicId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-example/topics/crm-updates";
const token = { ...leastToken, instanceUrl: "tag" };
const consumer = {
  name: "accounts",
  token: token.secretName,
  topicId,
  subscriptionName: "accounts",
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id" },
};
const second = { ...consumer, name: "contacts", subscriptionName: "contacts", sObject: "Contact" };

describe("The program's consumers", () => {
  it("add their own resources to those of the tokens, and nothing else", async () => {
    const before = azureResources(await constructed({ tokens: [token] }));
    const after = azureResources(await constructed({ tokens: [token], consumers: [consumer] }));
    assert.deepEqual(
      after.filter((resource) => !before.includes(resource)),
      [
        "authorization:RoleAssignment consume-accounts-get-crm-token",
        "authorization:RoleAssignment consume-accounts-receive",
        "authorization:RoleAssignment consume-accounts-renew-session",
        "authorization:RoleDefinition receive-00000000-rg-etl",
        "authorization:RoleDefinition renew-session",
        "logic:Workflow consume-accounts",
        "monitor:MetricAlert consume-accounts-dead-letters",
        "monitor:MetricAlert consume-accounts-failed",
        "monitor:MetricAlert consume-accounts-silent",
        "monitor:MetricAlert consume-accounts-waiting",
        "servicebus:Subscription consume-accounts",
      ],
    );
    assert.deepEqual(
      before.filter((resource) => !after.includes(resource)),
      [],
    );
  });

  it("start the refresh of their own token", async () => {
    const other = { ...token, secretName: "hr-token" };
    const consumers = [consumer, { ...second, token: "HR-token" }];
    const { ofType } = await constructed({ tokens: [token, other], consumers });
    const scopes = ofType("azure-native:authorization:RoleAssignment")
      .filter(({ name }) => name.endsWith("-renew-session"))
      .map(({ name, inputs }) => [name, String(inputs.scope).split("/").pop()]);
    assert.deepEqual(scopes, [
      ["consume-accounts-renew-session", "refresh-crm-token12345678"],
      ["consume-contacts-renew-session", "refresh-hr-token12345678"],
    ]);
  });

  it("are outputs of the stack by their names, which has no such output without any", async () => {
    const { outputs } = await constructed({ tokens: [token], consumers: [consumer], alerts: false });
    assert.deepEqual(outputs.consumerWorkflows, {
      accounts: {
        id: "/subscriptions/s/resourceGroups/g/providers/logic/Workflow/consume-accounts12345678",
        name: "consume-accounts12345678",
        principalId: "principal-of-consume-accounts",
        subscriptionId: "/subscriptions/s/resourceGroups/g/providers/servicebus/Subscription/consume-accounts12345678",
      },
    });
    assert.equal("consumerWorkflows" in (await constructed({ tokens: [token] })).outputs, false);
  });

  it("have a definition that is known before the deployment", async () => {
    const settings = { tokens: [token], consumers: [consumer] };
    const { find } = await constructed(settings, { preview: true });
    const { definition } = find("azure-native:logic:Workflow", "consume-accounts").inputs;
    assert.equal(JSON.stringify(definition).includes("[unknown]"), false);
  });

  it("add access policies one after the other, after those of the refreshes", async () => {
    const settings = { tokens: [token], consumers: [consumer, second], authorizationModel: "accessPolicy" };
    const { ofType, optionsOf } = await constructed(settings);
    const policies = ofType("azure-native:keyvault:AccessPolicy");
    const before = policies.map((policy) => [
      policy.name,
      optionsOf(policy)
        .dependencies.filter((urn) => urn.includes("keyvault:AccessPolicy"))
        .map((urn) => urn.split("::").pop()),
    ]);
    assert.deepEqual(before, [
      ["consume-accounts", ["refresh-crm-token"]],
      ["consume-contacts", ["consume-accounts"]],
      ["refresh-crm-token", ["set-secret-relay"]],
      ["set-secret-relay", []],
    ]);
  });
});
