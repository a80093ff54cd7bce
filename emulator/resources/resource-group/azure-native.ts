import { armResource, resourceGroupId } from "../azure-native-type";
import { tags } from "../shape";

/** `resources.ResourceGroup`. */
export const resourceGroup = armResource({
  token: "azure-native:resources:ResourceGroup",
  armType: "Microsoft.Resources/resourceGroups",
  name: { property: "resourceGroupName", generated: "hexadecimal", pattern: /^[-\w._()]{1,90}$/ },
  pathInputs: ["resourceGroupName"],
  required: [],
  top: { location: "scalar", managedBy: "scalar", tags },
  id: resourceGroupId,
  response: { properties: "untyped" },
  replaceOnChanges: ["location"],
});
