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
    "update azure-native:monitor:MetricAlert refresh-crm-token-silent",
  ],
});
