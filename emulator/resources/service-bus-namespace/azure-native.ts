import { armResource, idInResourceGroup } from "../azure-native-type";
import { tags } from "../shape";

/** `servicebus.Namespace`. */
export const namespace = armResource({
  token: "azure-native:servicebus:Namespace",
  armType: "Microsoft.ServiceBus/namespaces",
  name: { property: "namespaceName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "namespaceName"],
  required: ["resourceGroupName"],
  top: {
    identity: { properties: { type: "scalar", userAssignedIdentities: { itemsOf: "scalar" } } },
    location: "scalar",
    sku: { properties: { capacity: "scalar", name: "scalar", tier: "scalar" } },
    tags,
  },
  flattened: {
    alternateName: "scalar",
    disableLocalAuth: "scalar",
    encryption: "untyped",
    geoDataReplication: "untyped",
    ipAddressType: "scalar",
    minimumTlsVersion: "scalar",
    platformCapabilities: "untyped",
    premiumMessagingPartitions: "scalar",
    privateEndpointConnections: "untyped",
    publicNetworkAccess: "scalar",
    zoneRedundant: "scalar",
  },
  defaults: (inputs) => ({ publicNetworkAccess: "Enabled", ...inputs }),
  id: idInResourceGroup("Microsoft.ServiceBus/namespaces", "namespaceName"),
  response: {
    createdAt: "scalar",
    metricId: "scalar",
    provisioningState: "scalar",
    serviceBusEndpoint: "scalar",
    status: "scalar",
    systemData: "untyped",
    updatedAt: "scalar",
  },
  replaceOnChanges: ["location"],
});
