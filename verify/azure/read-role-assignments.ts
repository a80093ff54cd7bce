import { defaultApiVersion, readRolePermissions, type RolePermissions } from "../../azure";
import { asObject, asString, type JsonObject } from "../../definition/json";
import type { ArmClient } from "./arm-client";

/** A role that a principal holds. */
export interface HeldRole {
  /** ARM resource ID of what it holds for. */
  readonly scope: string;
  readonly roleAssignmentId: string;
  readonly permissions: readonly RolePermissions[];
  /** Time of the assignment; absent if Azure returns none. */
  readonly since?: Date;
}

/** Reads the roles that a principal holds for a resource: at it, above it and below it. */
export async function readRoleAssignments(
  azure: ArmClient,
  resourceId: string,
  principalId: string,
): Promise<readonly HeldRole[]> {
  // The filter by principal also finds what is assigned above the resource, and at those within it.
  const path = `${resourceId}/providers/Microsoft.Authorization/roleAssignments`;
  const assignments = await azure.list(path, defaultApiVersion("Microsoft.Authorization/roleAssignments"), {
    $filter: `principalId eq '${principalId}'`,
  });
  const roles = new Map<string, Promise<JsonObject>>();
  return Promise.all(
    assignments.map(async ({ id: assignmentId, properties }): Promise<HeldRole> => {
      const { roleDefinitionId, scope, createdOn } = asObject(properties);
      const id = asString(roleDefinitionId);
      const role = roles.get(id) ?? azure.get(id, defaultApiVersion("Microsoft.Authorization/roleDefinitions"));
      roles.set(id, role);
      return {
        scope: asString(scope),
        roleAssignmentId: asString(assignmentId),
        permissions: readRolePermissions(asObject((await role).properties).permissions),
        ...(asString(createdOn) === "" ? {} : { since: new Date(asString(createdOn)) }),
      };
    }),
  );
}
