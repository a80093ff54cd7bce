import { each } from "./expected-resources";
import { describeStackLife } from "./stack-life";

const grant = "azure-native:authorization:RoleAssignment refresh-crm-token-get-crm-client-secret";

describeStackLife({
  authorizationModel: "rbac",
  identity: "system",
  writePath: "connector",
  // The identity's id is unknown at preview, as with azure-native, and a role assignment of another one is another one.
  previewOfChangedRefresh: [
    `create-replacement ${grant}`,
    `delete-replaced ${grant}`,
    `replace ${grant}`,
    "update azure-native:logic:Workflow refresh-crm-token",
  ],
  secondToken: each("azure-native:authorization:RoleAssignment", [
    "refresh-second-token-get-second-client-secret",
    "set-secret-relay-set-second-token",
  ]).concat("azure-native:logic:Workflow refresh-second-token"),
  grant,
  isGrant: ({ type, id }) =>
    type === "Microsoft.Authorization/roleAssignments" && id.includes("/secrets/crm-client-secret/"),
});
