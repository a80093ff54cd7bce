import { describe } from "mocha";
import { unknown, type Stack } from "../../../../policy/model";
import { grant, namespace, namespaceId, receive, subscription } from "./message-stacks";
import type { StackCase } from "../stack-builder";
import { accessPolicy, resource, testStacks, vault, workflow } from "../stack-builder";

const missing = ["missing-permissions"];
const wide = ["wide-scopes"];

function received(...more: Stack["resources"]): Stack {
  return { resources: [vault(), accessPolicy("get"), workflow({ Receive: receive }), ...more] };
}
const arm = (type: string, name: string) => ({
  type: `Microsoft.ServiceBus/namespaces${type}`,
  apiVersion: "2024-01-01",
  name,
  properties: {},
});
const template = (...resources: object[]) =>
  resource("azure-native:resources:Deployment", "d", { properties: { template: { resources } } });
const classicTopic = resource("azure:servicebus:Topic", "t", { name: "orders", namespaceId });

const forms: readonly StackCase[] = [
  ["of azure-native", missing, received(namespace)],
  ["of the classic provider", missing, received(resource("azure:servicebus:Namespace", "n", { name: "sb-shop" }))],
  ["of the classic provider, by a topic", missing, received(classicTopic)],
  [
    "of the classic provider, by a subscription of a topic whose id is not known yet",
    missing,
    received(
      classicTopic,
      resource(
        "azure:servicebus:Subscription",
        "s",
        { name: "salesforce", topicId: unknown },
        { topicId: [classicTopic.urn] },
      ),
    ),
  ],
  ["of a template", missing, received(template(arm("", "sb-shop")))],
  [
    "of a template, by a subscription",
    missing,
    received(template(arm("/topics/subscriptions", "sb-shop/orders/salesforce"))),
  ],
  [
    "of azapi",
    missing,
    received(
      resource("azapi:index:Resource", "n", {
        type: "Microsoft.ServiceBus/namespaces@2024-01-01",
        name: "sb-shop",
        body: {},
      }),
    ),
  ],
  [
    "of azapi, by a topic",
    missing,
    received(
      resource("azapi:index:Resource", "t", {
        type: "Microsoft.ServiceBus/namespaces/topics@2024-01-01",
        name: "orders",
        parentId: namespaceId,
        body: {},
      }),
    ),
  ],
  [
    "of a generic resource, by a queue",
    missing,
    received(
      resource("azure-native:resources:Resource", "q", {
        resourceProviderNamespace: "Microsoft.ServiceBus",
        parentResourcePath: "namespaces/sb-shop",
        resourceType: "queues",
        resourceName: "jobs",
      }),
    ),
  ],
  ["of another stack", [], received()],
  [
    "of another stack, where a neighbour is the stack's",
    [],
    received({ ...namespace, properties: { namespaceName: "sb-other" } }),
  ],
  [
    "granted at a subscription whose id is not known yet",
    [],
    received(namespace, subscription, grant("receiver", unknown, [subscription.urn])),
  ],
  [
    "granted at a topic whose id is not known yet",
    wide,
    received(
      namespace,
      resource("azure-native:servicebus:Topic", "t", { topicName: "orders", namespaceName: "sb-shop" }),
      grant("receiver", unknown, ["urn:pulumi:prod::tokens::azure-native:servicebus:Topic::t"]),
    ),
  ],
  [
    "granted below a namespace, not known yet where",
    [],
    received(namespace, grant("receiver", unknown, [namespace.urn])),
  ],
];

describe("A workflow of Service Bus, on a namespace", () => {
  testStacks(forms);
});
