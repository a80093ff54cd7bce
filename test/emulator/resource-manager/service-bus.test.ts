import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { refusal } from "./refusal";
import { groupId, inMemory, subscriptionId as azureSubscriptionId } from "./resource-manager-in-memory";

const namespaceId = `${groupId}/providers/Microsoft.ServiceBus/namespaces/sb-test`;
const topicId = `${namespaceId}/topics/updates`;
const subscriptionId = `${topicId}/subscriptions/salesforce`;
const ruleId = `${subscriptionId}/rules/accounts`;
const now = "2026-11-23T12:00:00.000Z";

describe("Service Bus in Azure Resource Manager", () => {
  let azure: ReturnType<typeof inMemory>;

  const send = (method: string, id: string, properties?: object, top: object = {}): Promise<unknown> =>
    azure.send(method, id, "2026-01-01", properties === undefined ? undefined : { properties, ...top });
  const putNamespace = (properties: object = {}, top: object = {}, id = namespaceId): Promise<unknown> =>
    send("PUT", id, properties, { location: "westeurope", ...top });
  const putAll = async (): Promise<void> => {
    await putNamespace();
    await send("PUT", topicId, {});
    await send("PUT", subscriptionId, {});
  };

  beforeEach(async () => {
    azure = inMemory();
    await azure.putGroup();
  });

  it("answers a namespace with its endpoint and tier", async () => {
    await putNamespace({ disableLocalAuth: true }, { tags: { owner: "test" } });
    assert.deepEqual(await send("GET", namespaceId), {
      id: namespaceId,
      name: "sb-test",
      type: "Microsoft.ServiceBus/namespaces",
      location: "westeurope",
      tags: { owner: "test" },
      sku: { name: "Standard", tier: "Standard" },
      properties: {
        disableLocalAuth: true,
        createdAt: now,
        updatedAt: now,
        metricId: `${azureSubscriptionId}:sb-test`,
        provisioningState: "Succeeded",
        serviceBusEndpoint: "https://sb-test.servicebus.windows.net:443/",
        status: "Active",
      },
    });
  });

  it("answers a topic with the number of its subscriptions, and a subscription with its messages", async () => {
    await putAll();
    await send("PUT", topicId, { defaultMessageTimeToLive: "P14D" });
    for (const messageId of ["m1", "m2"]) azure.serviceBus.send(topicId, { body: "1", messageId });
    const { name, type, properties } = (await send("GET", topicId)) as Record<string, unknown>;
    assert.deepEqual([name, type], ["updates", "Microsoft.ServiceBus/namespaces/topics"]);
    const none = { scheduledMessageCount: 0, transferDeadLetterMessageCount: 0, transferMessageCount: 0 };
    const times = { createdAt: now, updatedAt: now, accessedAt: now };
    assert.deepEqual(properties, {
      defaultMessageTimeToLive: "P14D",
      status: "Active",
      sizeInBytes: 0,
      countDetails: { activeMessageCount: 0, deadLetterMessageCount: 0, ...none },
      subscriptionCount: 1,
      ...times,
    });
    const subscription = (await send("GET", subscriptionId)) as Record<string, unknown>;
    assert.deepEqual(subscription.properties, {
      lockDuration: "PT1M",
      maxDeliveryCount: 10,
      deadLetteringOnMessageExpiration: false,
      status: "Active",
      messageCount: 2,
      countDetails: { activeMessageCount: 2, deadLetterMessageCount: 0, ...none },
      ...times,
    });
  });

  it("gives a new subscription the rule $Default, which can be changed and deleted", async () => {
    await putAll();
    const defaultRule = `${subscriptionId}/rules/$Default`;
    const sqlFilter = { sqlExpression: "1=1", compatibilityLevel: 20 };
    assert.deepEqual(await send("GET", defaultRule), {
      id: defaultRule,
      name: "$Default",
      type: "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules",
      properties: { filterType: "SqlFilter", sqlFilter },
    });
    await send("PUT", defaultRule, { sqlFilter: { sqlExpression: "1=0" } });
    azure.serviceBus.send(topicId, { body: "1" });
    await send("PUT", subscriptionId, { maxDeliveryCount: 20 });
    azure.serviceBus.send(topicId, { body: "2" });
    await send("DELETE", defaultRule);
    azure.serviceBus.send(topicId, { body: "3" });
    assert.deepEqual(azure.serviceBus.messages(subscriptionId), []);
    await refusal(send("GET", defaultRule), 404, "ResourceNotFound");
  });

  it("deletes what is inside, with its role assignments", async () => {
    await putAll();
    azure.principals.add("9a2f5c34-1111-4222-8333-444455556666");
    const assignment = `${subscriptionId}/providers/Microsoft.Authorization/roleAssignments/22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa`;
    await azure.send("PUT", assignment, "2022-04-01", {
      properties: {
        principalId: "9a2f5c34-1111-4222-8333-444455556666",
        principalType: "ServicePrincipal",
        roleDefinitionId: `/subscriptions/${azureSubscriptionId}/providers/Microsoft.Authorization/roleDefinitions/4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0`,
      },
    });
    await send("DELETE", namespaceId);
    assert.deepEqual(
      azure.store.all().map(({ id }) => id),
      [groupId],
    );
    assert.throws(() => azure.serviceBus.messages(subscriptionId), /could not be found/);
    await putAll();
    assert.deepEqual(azure.serviceBus.messages(subscriptionId), []);
  });

  it("refuses a resource within one that does not exist", async () => {
    const message = await refusal(send("PUT", topicId, {}), 404, "ParentResourceNotFound");
    assert.match(message, /Parent resource '.*\/namespaces\/sb-test' not found\.$/);
    await putNamespace();
    await refusal(send("PUT", subscriptionId, {}), 404, "ParentResourceNotFound");
  });

  it("refuses a namespace whose name is invalid or taken, and one of no tier", async () => {
    const providers = `${groupId}/providers/Microsoft.ServiceBus/namespaces`;
    for (const name of ["sb-1", "1-sb-test", "sb-test-"]) {
      await refusal(putNamespace({}, {}, `${providers}/${name}`), 400, "BadRequest");
    }
    await refusal(putNamespace({}, { sku: { name: "Gold" } }), 400, "BadRequest");
    await putNamespace();
    await putNamespace({ minimumTlsVersion: "1.2" });
    const otherGroup = `/subscriptions/${azureSubscriptionId}/resourceGroups/other`;
    await azure.send("PUT", otherGroup, "2024-03-01", { location: "westeurope" });
    await refusal(putNamespace({}, {}, namespaceId.replace(groupId, otherGroup)), 409, "Conflict");
  });

  it("refuses by name what a namespace can have and the emulator has not", async () => {
    for (const [properties, top, name] of [
      [{ publicNetworkAccess: "Disabled" }, {}, "publicNetworkAccess"],
      [{ encryption: {} }, {}, "encryption"],
      [{}, { identity: { type: "SystemAssigned" } }, "identity"],
    ] as const) {
      const message = await refusal(putNamespace(properties, top), 501, "PropertyNotServed");
      assert.equal(message, `The emulator does not support '${name}' of the namespace 'sb-test'.`);
    }
  });

  it("refuses a topic in a namespace of the tier Basic, and what the emulator has not", async () => {
    await putNamespace({}, { sku: { name: "Basic" } });
    await refusal(send("PUT", topicId, {}), 400, "BadRequest");
    await putNamespace({}, { sku: { name: "Premium" } });
    await send("PUT", topicId, { maxMessageSizeInKilobytes: 1024, requiresDuplicateDetection: false });
    for (const [properties, what] of [
      [{ maxMessageSizeInKilobytes: 2048 }, "messages of more than 1024 KB on the topic 'updates'"],
      [
        { requiresDuplicateDetection: true, status: "Disabled" },
        "'requiresDuplicateDetection', 'status' of the topic 'updates'",
      ],
    ] as const) {
      const message = await refusal(send("PUT", topicId, properties), 501, "PropertyNotServed");
      assert.equal(message, `The emulator does not support ${what}.`);
    }
    await refusal(send("PUT", topicId, { defaultMessageTimeToLive: "14 days" }), 400, "BadRequest");
  });

  it("takes .NET's longest time span for messages that never expire", async () => {
    await putAll();
    await send("PUT", topicId, { defaultMessageTimeToLive: "P10675199DT2H48M5.4775807S" });
    azure.serviceBus.send(topicId, { body: "1" });
    assert.equal(azure.serviceBus.messages(subscriptionId).length, 1);
  });

  it("refuses a subscription that is none, and by name sessions and what else the emulator has not", async () => {
    await putAll();
    for (const properties of [
      { lockDuration: "PT5M1S" },
      { lockDuration: "PT0S" },
      { lockDuration: "5 minutes" },
      { maxDeliveryCount: 0 },
      { maxDeliveryCount: 1.5 },
    ]) {
      await refusal(send("PUT", subscriptionId, properties), 400, "BadRequest");
    }
    for (const name of ["x".repeat(51), "-a", "a b"]) {
      await refusal(send("PUT", `${topicId}/subscriptions/${name}`, {}), 400, "BadRequest");
    }
    const message = await refusal(
      send("PUT", subscriptionId, { requiresSession: true, forwardTo: "other" }),
      501,
      "PropertyNotServed",
    );
    assert.equal(
      message,
      "The emulator does not support 'requiresSession', 'forwardTo' of the subscription 'salesforce'.",
    );
  });

  it("refuses a rule of no filter type, and by name SQL expressions and actions", async () => {
    await putAll();
    await refusal(send("PUT", ruleId, { filterType: "Filter" }), 400, "BadRequest");
    for (const [properties, what] of [
      [{ sqlFilter: { sqlExpression: "source = 'etl'" } }, "the SQL expression 'source = 'etl''"],
      [{ action: { sqlExpression: "SET a = 1" } }, "an action"],
    ] as const) {
      const message = await refusal(send("PUT", ruleId, properties), 501, "FilterNotServed");
      assert.equal(
        message,
        `The emulator does not support ${what} in the rule 'accounts', only 1=1, 1=0 and correlation filters.`,
      );
    }
  });
});
