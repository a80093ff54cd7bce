import { describeStackLife } from "./stack-life";

describeStackLife({
  authorizationModel: "accessPolicy",
  identity: "user",
  writePath: "connector",
  previewOfChangedRefresh: ["update azure-native:logic:Workflow refresh-crm-token"],
  secondToken: [
    "azure-native:keyvault:AccessPolicy refresh-second-token",
    "azure-native:logic:Workflow refresh-second-token",
    "azure-native:managedidentity:UserAssignedIdentity refresh-second-token",
  ],
  grant: "azure-native:keyvault:AccessPolicy refresh-crm-token",
  isGrant: ({ type, body }) =>
    type === "Microsoft.KeyVault/vaults/accessPolicies" && JSON.stringify(body).includes('"get"'),
});
