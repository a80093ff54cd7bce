import { armResource, resourceGroupId } from "./resource-type";
import { tags } from "./shape";

/** `resources.ResourceGroup`. */
export const resourceGroup = armResource({
  token: "azure-native:resources:ResourceGroup",
  apiVersion: "2024-03-01",
  name: { property: "resourceGroupName", generated: "hexadecimal", pattern: /^[-\w._()]{1,90}$/ },
  pathInputs: ["resourceGroupName"],
  required: [],
  top: { location: "scalar", managedBy: "scalar", tags },
  id: resourceGroupId,
  response: { properties: "untyped" },
  replaceOnChanges: ["location"],
});
