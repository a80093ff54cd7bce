import { isSameName, permitsDataAction } from "../../azure";
import { asList, asObject, type JsonObject } from "../../definition/json";
import type { ArmClient } from "./arm-client";
import { readRoleAssignments } from "./read-role-assignments";
import type { Vault } from "./read-vault";

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
  return (await readRoleAssignments(azure, vault.id, principalId)).map(({ permissions, ...assignment }) => ({
    ...assignment,
    allows: ({ dataAction }) => permitsDataAction(permissions, dataAction),
  }));
}
