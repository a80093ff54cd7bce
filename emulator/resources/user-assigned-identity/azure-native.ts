import { armResource, idInResourceGroup } from "../azure-native-type";
import { tags } from "../shape";

/** `managedidentity.UserAssignedIdentity`. */
export const userAssignedIdentity = armResource({
  token: "azure-native:managedidentity:UserAssignedIdentity",
  armType: "Microsoft.ManagedIdentity/userAssignedIdentities",
  name: { property: "resourceName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "resourceName"],
  required: ["resourceGroupName"],
  top: { location: "scalar", tags },
  flattened: {},
  id: idInResourceGroup("Microsoft.ManagedIdentity/userAssignedIdentities", "resourceName"),
  response: { clientId: "scalar", principalId: "scalar", systemData: "untyped", tenantId: "scalar" },
  replaceOnChanges: ["location"],
});
