import { covers, type RolePermissions } from "../../../azure";
import { asObject, asString } from "../../../definition/json";
import type { ResourceStore } from "../resource-store";
import { findRole } from "../role-definition/arm";

/** Lists the permissions of the roles that are assigned to a principal at a scope or above it. */
export function assignedPermissions(
  store: ResourceStore,
  principalId: string,
  scope: string,
): readonly RolePermissions[] {
  return store
    .all("Microsoft.Authorization/roleAssignments")
    .map(({ answer }) => asObject(answer.properties))
    .filter((assignment) => asString(assignment.principalId).toLowerCase() === principalId.toLowerCase())
    .filter((assignment) => covers(asString(assignment.scope), scope))
    .flatMap(({ roleDefinitionId }) => findRole(store, asString(roleDefinitionId))?.permissions ?? []);
}
