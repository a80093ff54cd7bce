import { asString } from "../../../definition/json";
import { byDefault } from "../../provenance";
import { azureNativeBehaviours } from "../azure-native-behaviours";
import { armResource } from "../azure-native-type";

/** `authorization.RoleAssignment`. */
export const roleAssignment = armResource({
  token: "azure-native:authorization:RoleAssignment",
  armType: "Microsoft.Authorization/roleAssignments",
  name: { property: "roleAssignmentName", generated: "uuid" },
  pathInputs: ["scope", "roleAssignmentName"],
  required: ["principalId", "roleDefinitionId", "scope"],
  top: {},
  flattened: {
    condition: "scalar",
    conditionVersion: "scalar",
    delegatedManagedIdentityResourceId: "scalar",
    description: "scalar",
    principalId: "scalar",
    principalType: "scalar",
    roleDefinitionId: "scalar",
  },
  id: (inputs) =>
    `/${asString(inputs.scope).replace(/^\/|\/$/g, "")}/providers/Microsoft.Authorization/roleAssignments/` +
    asString(inputs.roleAssignmentName),
  // The provider's default, and so the reason why a program says `ServicePrincipal`.
  defaults: (inputs) =>
    inputs.principalType === undefined
      ? { ...inputs, principalType: byDefault(azureNativeBehaviours.principalType) }
      : inputs,
  response: {
    createdBy: "scalar",
    createdOn: "scalar",
    scope: "scalar",
    systemData: "untyped",
    updatedBy: "scalar",
    updatedOn: "scalar",
  },
  // https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/gen/replacement.go
  replaceOnChanges: ["principalId"],
  // Its read, of its own because of other tenants' identities, passes the 404 on as an error:
  // https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/resources/customresources/custom_roleassignment.go
  whenMissing: "fail",
});
