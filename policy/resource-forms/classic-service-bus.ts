import type { StackResource } from "../stack";
import { isUnknown, unknown } from "../stack";

/** Writes a resource of the classic provider `azure` in azure-native's form. */
export type Form = (resource: StackResource) => Pick<StackResource, "type" | "properties" | "propertyDependencies">;

/** Forms of Service Bus, by the classic type in lower case. */
export const serviceBusForms: Readonly<Record<string, Form>> = {
  "azure:servicebus:namespace": ({ properties, propertyDependencies }) => ({
    type: "azure-native:servicebus:Namespace",
    properties: {
      namespaceName: properties.name,
      tags: properties.tags,
      disableLocalAuth: isUnknown(properties.localAuthEnabled) ? unknown : properties.localAuthEnabled === false,
    },
    propertyDependencies,
  }),
  "azure:servicebus:queue": inNamespace("Queue", "queueName"),
  "azure:servicebus:topic": inNamespace("Topic", "topicName"),
  "azure:servicebus:subscription": ({
    properties: { name, topicId },
    propertyDependencies: { topicId: topic = [] },
  }) => ({
    type: "azure-native:servicebus:Subscription",
    properties: {
      subscriptionName: name,
      topicName: lastSegment(topicId),
      namespaceName: typeof topicId === "string" ? lastSegment(topicId.replace(/\/topics\/[^/]+$/i, "")) : topicId,
    },
    propertyDependencies: { topicName: topic, namespaceName: topic },
  }),
};

/** A queue or a topic of Service Bus, which names its namespace by id. */
function inNamespace(type: string, nameProperty: string): Form {
  return ({ properties: { name, namespaceId }, propertyDependencies }) => ({
    type: `azure-native:servicebus:${type}`,
    properties: { [nameProperty]: name, namespaceName: lastSegment(namespaceId) },
    propertyDependencies: { namespaceName: propertyDependencies.namespaceId ?? [] },
  });
}

/** The name at the end of a resource's id. */
export function lastSegment(id: unknown): unknown {
  return typeof id === "string" ? id.split("/").at(-1) : id;
}
