import { assumedRefusal, declareBehaviours, documented, notEmulated, refusal, reported } from "../../provenance";

const learn = "https://learn.microsoft.com/azure/role-based-access-control";
const troubleshooting = `${learn}/troubleshooting`;

/** What Azure Resource Manager answers for role assignments. */
export const behaviours = declareBehaviours("role-assignment", {
  scopeNotFound: assumedRefusal(
    404,
    "ResourceNotFound",
    documented(
      "The scope of a role assignment is a resource, a group or a subscription that exists",
      `${learn}/scope-overview`,
    ),
  ),
  principalNotFound: refusal(
    400,
    "PrincipalNotFound",
    documented("A principal that the directory does not have is refused with PrincipalNotFound", troubleshooting),
  ),
  principalNotReplicated: refusal(
    400,
    "PrincipalNotFound",
    documented(
      "A new principal may be refused with PrincipalNotFound until it is replicated, unless principalType is given",
      troubleshooting,
    ),
  ),
  otherPrincipalType: refusal(
    400,
    "UnmatchedPrincipalType",
    reported(
      "A principalType that is not the principal's is refused with UnmatchedPrincipalType",
      "https://github.com/Azure/azure-dev/issues/3581",
    ),
  ),
  invalidName: assumedRefusal(
    400,
    "InvalidRoleAssignmentId",
    documented("The name of a role assignment is a GUID", troubleshooting),
  ),
  roleNotFound: assumedRefusal(
    400,
    "RoleDefinitionDoesNotExist",
    documented("A role assignment names a role that exists", `${learn}/role-assignments-rest`),
  ),
  notAssignableScope: assumedRefusal(
    400,
    "RoleAssignmentScopeNotAssignableToRoleDefinition",
    documented(
      "A custom role is assigned within its assignable scopes only",
      `${learn}/role-definitions#assignablescopes`,
    ),
  ),
  updated: refusal(
    400,
    "RoleAssignmentUpdateNotPermitted",
    documented("The principal and the role of an assignment that exists cannot be changed", troubleshooting),
  ),
  exists: assumedRefusal(
    409,
    "RoleAssignmentExists",
    documented("A principal has a role at a scope once", `${learn}/role-assignments-rest`),
  ),
  conditionNotServed: refusal(
    501,
    "ConditionNotServed",
    notEmulated("A role assignment can have a condition", `${learn}/conditions-overview`),
  ),
  filterNotServed: refusal(
    501,
    "FilterNotServed",
    notEmulated(
      "Role assignments are listed by atScope() and assignedTo() too",
      "https://learn.microsoft.com/rest/api/authorization/role-assignments/list-for-scope",
    ),
  ),
});
