import { covers, isSameName } from "../../azure";
import { deriveRequirements, neededGrants, type NeededGrant, type VaultRequirement } from "../../access/permissions";
import { readGrants, type Grant } from "../azure/read-grants";
import type { Vault } from "../azure/read-vault";
import type { Workflow } from "../azure/read-workflow";
import type { ArmClient } from "../azure/arm-client";
import { failed, passed, type CheckResult, type Remedy } from "../check-result";
import { asString } from "../../definition/json";
import { replaceRoleAssignments, upWithRefresh } from "../pulumi-commands";
import type { DeployedStack } from "../stack/deployed-stack";

const check = "grants";

/** The stack whose grants are checked. */
export type GrantingStack = Pick<DeployedStack, "name" | "roleAssignments">;

/** Result of the check of a Logic App's grants on the vault. */
export interface GrantCheck {
  readonly results: readonly CheckResult[];
  /** Names of the secrets that the definition reads. */
  readonly read: readonly string[];
  /** Time of the youngest grant that its definition depends on; absent if unknown or without any. */
  readonly youngest?: Date;
}

/**
 * Checks that a Logic App's identities hold the grants on the vault that its deployed definition needs.
 *
 * Calls to other vaults are ignored.
 */
export async function checkGrants(
  azure: ArmClient,
  stack: GrantingStack,
  vault: Vault,
  workflow: Workflow,
): Promise<GrantCheck> {
  const requirements = deriveRequirements(workflow.definition, workflow.parameters).vault.filter(
    (requirement) => "host" in requirement.vault && requirement.vault.host.toLowerCase() === vault.host,
  );
  if (requirements.length === 0) {
    return { results: [passed(check, workflow.name, "needs nothing of the vault itself")], read: [] };
  }
  const results: CheckResult[] = [];
  const dates: Date[] = [];
  for (const [identity, needs] of groupByIdentity(requirements)) {
    const principalId = findPrincipalId(workflow, identity);
    if (principalId === undefined) {
      results.push(
        failed({ check, subject: workflow.name, seen: "lacks the identity that it calls with" }, noIdentity),
      );
      continue;
    }
    const grants = await readGrants(azure, vault, principalId);
    const needed = neededGrants(needs, "secret");
    dates.push(...datesOf(vault, needed, grants));
    const remedy = vault.model === "rbac" ? explainMissingRoles(stack, vault, principalId, grants) : policyMissing;
    results.push(evaluateGrants(workflow.name, vault, needed, grants, remedy));
  }
  const [youngest] = dates.sort((a, b) => b.getTime() - a.getTime());
  const reads = requirements.filter(({ operation }) => operation.permission === "get");
  const read = [...new Set(reads.flatMap(({ secretNames = [] }) => secretNames))];
  return { results, read, ...(youngest === undefined ? {} : { youngest }) };
}

/**
 * Compares what an identity needs with what it holds.
 *
 * @param needed at single secrets, or at the vault where no secret is named
 * @param remedy for what is missing
 */
export function evaluateGrants(
  subject: string,
  vault: Pick<Vault, "id" | "model">,
  needed: readonly NeededGrant[],
  grants: readonly Grant[],
  remedy: Remedy,
): CheckResult {
  const missing = needed.flatMap((need) => {
    const lacking = grantsByOperation(vault, need, grants).filter(({ grants: held }) => held.length === 0);
    const place = need.secretName === undefined ? "the vault" : `'${need.secretName}'`;
    return lacking.map(({ operation }) => `${operation} on ${place}`);
  });
  if (missing.length > 0) return failed({ check, subject, seen: `lacks ${missing.join(", ")}` }, remedy);
  const places = needed.map(({ secretName }) => (secretName === undefined ? "the vault" : `'${secretName}'`));
  return passed(check, subject, `holds what its definition needs on ${places.join(", ")}`);
}

/** The operations that are needed at one place, each with the grants that permit it. */
function grantsByOperation(
  vault: Pick<Vault, "id" | "model">,
  { secretName, permissions, dataActions }: NeededGrant,
  grants: readonly Grant[],
): readonly { readonly operation: string; readonly grants: readonly Grant[] }[] {
  const target = secretName === undefined ? vault.id : `${vault.id}/secrets/${secretName}`;
  const near = grants.filter(({ scope }) => covers(scope, target));
  return (vault.model === "rbac" ? dataActions : permissions).map((operation) => ({
    operation,
    grants: near.filter((grant) => grant.allows({ permission: operation, dataAction: operation })),
  }));
}

/** Since when each needed operation is permitted: by the oldest of its grants, whatever was assigned later. */
export function datesOf(
  vault: Pick<Vault, "id" | "model">,
  needed: readonly NeededGrant[],
  grants: readonly Grant[],
): readonly Date[] {
  return needed
    .flatMap((need) => grantsByOperation(vault, need, grants))
    .flatMap(({ grants: held }) => {
      const [oldest] = held
        .flatMap(({ since }) => (since === undefined ? [] : [since]))
        .sort((a, b) => a.getTime() - b.getTime());
      return oldest === undefined ? [] : [oldest];
    });
}

const policyMissing: Remedy = {
  cause:
    "The access policy was changed or removed outside Pulumi, or is for an identity that the Logic App has no more.",
  fix: `Run '${upWithRefresh}', which grants it again.`,
};

/** A missing role assignment needs another command than whatever else takes a role's permissions away. */
export function explainMissingRoles(
  { name, roleAssignments }: GrantingStack,
  resource: { readonly id: string },
  principalId: string,
  held: readonly Pick<Grant, "roleAssignmentId">[],
): Remedy {
  const gone = roleAssignments.filter(
    (deployed) =>
      isSameName(deployed.principalId, principalId) &&
      covers(resource.id, deployed.id) &&
      !held.some(({ roleAssignmentId }) => isSameName(roleAssignmentId, deployed.id)),
  );
  if (gone.length > 0) {
    const command = replaceRoleAssignments(
      name,
      gone.map(({ urn }) => urn),
    );
    return {
      cause: "A role assignment of the stack was removed outside Pulumi, which a refresh cannot restore.",
      fix: `Run this, and wait up to 10 minutes until it takes effect: ${command}`,
    };
  }
  return {
    cause: "The role was changed outside Pulumi, or is assigned to an identity that the Logic App has no more.",
    fix:
      `Run '${upWithRefresh}', which sets it back, and wait up to 10 minutes until it takes effect. A role of ` +
      "existingRoleIds needs the missing data actions itself.",
  };
}

/** Remedy for an identity that a definition names and the Logic App lacks. */
export const noIdentity: Remedy = {
  cause: "The identity was removed from the Logic App outside Pulumi.",
  fix: `Run '${upWithRefresh}', which assigns it again.`,
};

/** Requirements by the identity that meets them; "" stands for the system-assigned one. */
function groupByIdentity(requirements: readonly VaultRequirement[]): Map<string, readonly VaultRequirement[]> {
  const groups = new Map<string, readonly VaultRequirement[]>();
  for (const requirement of requirements) {
    const identity = asString(requirement.identity).toLowerCase();
    groups.set(identity, [...(groups.get(identity) ?? []), requirement]);
  }
  return groups;
}

/** @param identity resource ID in lower case; "" for the system-assigned one */
export function findPrincipalId(workflow: Workflow, identity: string): string | undefined {
  return identity === "" ? workflow.systemAssignedPrincipalId : workflow.userAssignedPrincipalIds.get(identity);
}
