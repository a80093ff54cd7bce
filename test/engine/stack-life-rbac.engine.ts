import { asList, asObject } from "../../definition/json";
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
    "update azure-native:monitor:MetricAlert refresh-crm-token-silent",
  ],
  secondToken: each("azure-native:authorization:RoleAssignment", [
    "refresh-second-token-get-second-client-secret",
    "set-secret-relay-set-second-token",
  ]).concat(
    "azure-native:logic:Workflow refresh-second-token",
    "azure-native:monitor:MetricAlert refresh-second-token-failed",
    "azure-native:monitor:MetricAlert refresh-second-token-silent",
  ),
  grant,
  widenedResource: "azure-native:authorization:RoleDefinition secrets-getSecret",
  widened: (role) => {
    const properties = asObject(role.body.properties);
    const [permission] = asList(properties.permissions).map(asObject);
    const dataActions = asList(permission?.dataActions);
    if (dataActions.join() !== "Microsoft.KeyVault/vaults/secrets/getSecret/action") return undefined;
    const more = [{ ...permission, dataActions: [...dataActions, "Microsoft.KeyVault/vaults/secrets/delete"] }];
    return { ...role, body: { properties: { ...properties, permissions: more } } };
  },
  isGrant: ({ type, id }) =>
    type === "Microsoft.Authorization/roleAssignments" && id.includes("/secrets/crm-client-secret/"),
});
