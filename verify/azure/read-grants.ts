import { defaultApiVersion, isSameName, permitsDataAction, readRolePermissions } from "../../azure";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { Vault } from "./read-vault";
import type { ArmClient } from "./arm-client";

/** A right that a principal holds on the secrets of a vault. */
export interface Grant {
  /** ARM id of what it holds for: the vault, one of its secrets, or what is above. */
  readonly scope: string;
  /** Tests that it permits an operation on secrets, named in the terms of both authorization models. */
  allows(operation: { readonly permission: string; readonly dataAction: string }): boolean;
  /** ARM id of the role assignment that gives it. Absent for an access policy. */
  readonly roleAssignmentId?: string;
  /** Time of the assignment; absent if Azure returns none. */
  readonly since?: Date;
}

/** Reads a principal's grants on a vault's secrets, by the vault's authorization model. */
export async function readGrants(azure: ArmClient, vault: Vault, principalId: string): Promise<readonly Grant[]> {
  return vault.model === "accessPolicy"
    ? vault.accessPolicies
        .filter(({ objectId }) => isSameName(objectId, principalId))
        .map((policy) => fromPolicy(vault, policy))
    : readAssignments(azure, vault, principalId);
}

function fromPolicy({ id }: Vault, policy: JsonObject): Grant {
  const held = asList(asObject(policy.permissions).secrets);
  return {
    scope: id,
    allows: ({ permission }) => held.some((one) => isSameName(one, permission) || isSameName(one, "all")),
  };
}

async function readAssignments(azure: ArmClient, vault: Vault, principalId: string): Promise<readonly Grant[]> {
  // The filter by principal also finds what is assigned above the vault, and at its secrets.
  const path = `${vault.id}/providers/Microsoft.Authorization/roleAssignments`;
  const assignments = await azure.list(path, defaultApiVersion("Microsoft.Authorization/roleAssignments"), {
    $filter: `principalId eq '${principalId}'`,
  });
  const roles = new Map<string, Promise<JsonObject>>();
  return Promise.all(
    assignments.map(async ({ id: assignmentId, properties }): Promise<Grant> => {
      const { roleDefinitionId, scope, createdOn } = asObject(properties);
      const id = asString(roleDefinitionId);
      const role = roles.get(id) ?? azure.get(id, defaultApiVersion("Microsoft.Authorization/roleDefinitions"));
      roles.set(id, role);
      const permissions = readRolePermissions(asObject((await role).properties).permissions);
      return {
        scope: asString(scope),
        roleAssignmentId: asString(assignmentId),
        allows: ({ dataAction }) => permitsDataAction(permissions, dataAction),
        ...(asString(createdOn) === "" ? {} : { since: new Date(asString(createdOn)) }),
      };
    }),
  );
}
