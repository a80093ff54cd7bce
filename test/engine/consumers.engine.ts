import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fittingToken } from "../stack-configuration";
import { onStack, type StackSettings } from "./engine-stack";
import { consumerResources, each, expectedResources } from "./expected-resources";
import { expectChanges } from "./stack-life/stack-life";

const topics =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics";
const topicIds = [`${topics}/accounts`, `${topics}/clients`] as const;
const [topicId, otherTopicId] = topicIds;
const consumer = {
  name: "accounts",
  token: fittingToken.secretName,
  topicId,
  subscriptionName: "salesforce",
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id" },
};

const combinations = (["rbac", "accessPolicy"] as const).flatMap((authorizationModel) =>
  (["system", "user"] as const).map((identity) => ({ authorizationModel, identity, writePath: "http" }) as const),
);

describe("a consumer under Pulumi's engine", () => {
  for (const combination of combinations) {
    const { authorizationModel, identity, writePath } = combination;
    const settings = (...consumers: readonly object[]): StackSettings => ({
      ...{ authorizationModel, identity, consumers },
      tokens: [{ ...fittingToken, writePath, instanceUrl: "tag" }],
    });

    it(`is created, changed where its settings changed, and deleted, ${authorizationModel}, ${identity} identities`, () =>
      onStack(settings(consumer), async ({ azure, configure, run }) => {
        for (const id of topicIds) await azure.arm.seedTopic(id);
        const seeded = azure.arm.resources().length;
        const own = consumerResources(combination);
        const all = [...expectedResources(combination), ...own].sort();
        expectChanges(await run("preview"), each("create", all));
        expectChanges(await run("up"), each("create", all));
        for (const operation of ["up", "refresh"] as const) expectChanges(await run(operation), []);

        const changed = { ...consumer, fields: { ...consumer.fields, Name: "name" } };
        await configure(settings(changed));
        expectChanges(await run("up"), ["update azure-native:logic:Workflow consume-accounts"]);

        const patient = { ...changed, maxDeliveryCount: 100 };
        await configure(settings(patient));
        expectChanges(await run("up"), ["update azure-native:servicebus:Subscription consume-accounts"]);

        const moved = { ...patient, topicId: otherTopicId };
        await configure(settings(moved));
        expectChanges(
          await run("up"),
          [
            ...replaced("authorization:RoleAssignment consume-accounts-receive"),
            ...replaced("servicebus:Subscription consume-accounts"),
            "update azure-native:monitor:MetricAlert consume-accounts-dead-letters",
            "update azure-native:monitor:MetricAlert consume-accounts-waiting",
            "update azure-native:logic:Workflow consume-accounts",
          ].sort(),
        );
        expectChanges(await run("up"), []);

        await configure(settings());
        expectChanges(await run("up"), each("delete", own));
        expectChanges(await run("destroy"), each("delete", expectedResources(combination)));
        assert.equal(azure.arm.resources().length, seeded);
      })).timeout(300_000);
  }
});

function replaced(resource: string): readonly string[] {
  return ["create-replacement", "delete-replaced", "replace"].map((op) => `${op} azure-native:${resource}`);
}
