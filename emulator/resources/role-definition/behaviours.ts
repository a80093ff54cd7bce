import { assumedRefusal, declareBehaviours, documented, refusal, seen } from "../../provenance";

const learn = "https://learn.microsoft.com/azure/role-based-access-control";
const clientTests =
  "https://github.com/Azure/azure-sdk-for-net/blob/248d11f0c304d5e3eab7b0e5239654e37c0328ee/sdk/authorization/Microsoft.Azure.Management.Authorization/tests/Tests/BasicTests.cs";

/** What Azure Resource Manager answers for custom roles. */
export const behaviours = declareBehaviours("role-definition", {
  invalidName: assumedRefusal(
    400,
    "InvalidRoleDefinitionId",
    documented("The name of a role definition is a GUID", `${learn}/custom-roles-rest`),
  ),
  roleNameMissing: refusal(
    400,
    "RoleDefinitionNameNullOrEmpty",
    seen("A role without a roleName is refused with RoleDefinitionNameNullOrEmpty", clientTests),
  ),
  assignableScopesMissing: refusal(
    400,
    "MissingAssignableScopes",
    seen("A role without an assignable scope is refused with MissingAssignableScopes", clientTests),
  ),
  builtIn: assumedRefusal(
    403,
    "RoleDefinitionUpdateNotPermitted",
    documented("Built-in roles cannot be changed", `${learn}/custom-roles`),
  ),
  nameTaken: refusal(
    409,
    "RoleDefinitionWithSameNameExists",
    seen("A roleName that another role of the tenant has is refused", clientTests),
  ),
  notFound: assumedRefusal(
    404,
    "RoleDefinitionDoesNotExist",
    documented(
      "A role definition that does not exist is not found",
      "https://learn.microsoft.com/rest/api/authorization/role-definitions/get",
    ),
  ),
});
