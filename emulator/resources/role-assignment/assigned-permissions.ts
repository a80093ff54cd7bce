import { covers, type RolePermissions } from "../../../azure";
import { asObject, asString, type JsonObject } from "../../../definition/json";
import { follow } from "../../provenance";
import type { ArmServices } from "../resource-provider";
import { findRole } from "../role-definition/arm";

/** Services that decide what a principal may do. */
export type GrantServices = Pick<ArmServices, "store" | "clock" | "readings">;

/** Longest time that a new role assignment takes, where it does not take effect at once. */
const effectMilliseconds = 10 * 60_000;

/** Lists the permissions of the roles that are assigned to a principal at a scope or above it, and are in effect. */
export function assignedPermissions(
  services: GrantServices,
  principalId: string,
  scope: string,
): readonly RolePermissions[] {
  const { store } = services;
  return store
    .all("Microsoft.Authorization/roleAssignments")
    .map(({ answer }) => asObject(answer.properties))
    .filter((assignment) => asString(assignment.principalId).toLowerCase() === principalId.toLowerCase())
    .filter((assignment) => covers(asString(assignment.scope), scope))
    .filter((assignment) => isInEffect(assignment, services))
    .flatMap(({ roleDefinitionId }) => findRole(store, asString(roleDefinitionId))?.permissions ?? []);
}

function isInEffect({ createdOn }: JsonObject, { clock, readings }: GrantServices): boolean {
  if (follow(readings, "grantEffect") === "atOnce") return true;
  return clock.now().getTime() - Date.parse(asString(createdOn)) >= effectMilliseconds;
}
