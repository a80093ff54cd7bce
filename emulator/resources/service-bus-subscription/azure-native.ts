import { armResource, idWithin } from "../azure-native-type";

/** `servicebus.Subscription`. */
export const subscription = armResource({
  token: "azure-native:servicebus:Subscription",
  armType: "Microsoft.ServiceBus/namespaces/topics/subscriptions",
  name: { property: "subscriptionName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "namespaceName", "topicName", "subscriptionName"],
  required: ["namespaceName", "resourceGroupName", "topicName"],
  top: {},
  flattened: {
    autoDeleteOnIdle: "scalar",
    clientAffineProperties: { properties: { clientId: "scalar", isDurable: "scalar", isShared: "scalar" } },
    deadLetteringOnFilterEvaluationExceptions: "scalar",
    deadLetteringOnMessageExpiration: "scalar",
    defaultMessageTimeToLive: "scalar",
    duplicateDetectionHistoryTimeWindow: "scalar",
    enableBatchedOperations: "scalar",
    forwardDeadLetteredMessagesTo: "scalar",
    forwardTo: "scalar",
    isClientAffine: "scalar",
    lockDuration: "scalar",
    maxDeliveryCount: "scalar",
    requiresSession: "scalar",
    status: "scalar",
    userMetadata: "scalar",
  },
  id: idWithin("Microsoft.ServiceBus", [
    ["namespaces", "namespaceName"],
    ["topics", "topicName"],
    ["subscriptions", "subscriptionName"],
  ]),
  response: {
    accessedAt: "scalar",
    countDetails: "untyped",
    createdAt: "scalar",
    location: "scalar",
    messageCount: "scalar",
    systemData: "untyped",
    updatedAt: "scalar",
  },
});
