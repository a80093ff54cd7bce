import { armResource, idWithin } from "../azure-native-type";

/** `servicebus.Topic`. */
export const topic = armResource({
  token: "azure-native:servicebus:Topic",
  armType: "Microsoft.ServiceBus/namespaces/topics",
  name: { property: "topicName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "namespaceName", "topicName"],
  required: ["namespaceName", "resourceGroupName"],
  top: {},
  flattened: {
    autoDeleteOnIdle: "scalar",
    defaultMessageTimeToLive: "scalar",
    duplicateDetectionHistoryTimeWindow: "scalar",
    enableBatchedOperations: "scalar",
    enableExpress: "scalar",
    enablePartitioning: "scalar",
    maxMessageSizeInKilobytes: "scalar",
    maxSizeInMegabytes: "scalar",
    requiresDuplicateDetection: "scalar",
    status: "scalar",
    supportOrdering: "scalar",
    userMetadata: "scalar",
  },
  id: idWithin("Microsoft.ServiceBus", [
    ["namespaces", "namespaceName"],
    ["topics", "topicName"],
  ]),
  response: {
    accessedAt: "scalar",
    countDetails: "untyped",
    createdAt: "scalar",
    location: "scalar",
    sizeInBytes: "scalar",
    subscriptionCount: "scalar",
    systemData: "untyped",
    updatedAt: "scalar",
  },
});
