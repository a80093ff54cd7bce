import { allSecretOperations, permitsDataAction, secretOperations } from "../../../azure";
import type { Grant, Need, PrincipalKey, StackModel, DataPermissions } from "../../model";
import { maybeSame, forPrincipal } from "../../model";
import type { Report, Rule } from "../../rule/rule";
import { describeSmallest } from "./smallest-grant";
import { checkOtherGrant } from "./unused-permissions";

interface Configuration {
  /** True if to report a role at a vault where single secrets would be enough. */
  readonly requireSecretScope: boolean;
}

export const excessPermissions: Rule<Configuration> = {
  id: "excess-permissions",
  sentence: "An identity is granted no permission on secrets, messages and Logic Apps that its workflows do not use.",
  fault: "An identity is granted permissions on secrets, messages or Logic Apps that its workflows do not use.",
  level: "mandatory",
  levelReason:
    "What a definition uses stands in it, so an unused permission is a fact; what cannot be known yet is counted as undecided.",
  reason: "Unused permissions only help an attacker who takes over the workflow.",
  remediation: "Grant exactly the permissions that the workflow's definition uses.",
  reference:
    "https://learn.microsoft.com/azure/key-vault/general/rbac-guide#best-practices-for-individual-keys-secrets-and-certificates-role-assignments",
  configuration: {
    schema: {
      type: "object",
      properties: {
        requireSecretScope: {
          type: "boolean",
          description: "Whether to report a role at a vault where single secrets would be enough.",
        },
      },
      additionalProperties: false,
    },
    defaults: { requireSecretScope: false },
  },
  evaluate(model, { requireSecretScope }, report) {
    const unreadable = principalsWithUnreadableWorkflow(model);
    for (const grant of model.grants) {
      if (!model.workloads.has(grant.principal)) continue;
      const needs = forPrincipal(model.needs, grant.principal);
      if (unreadable.has(grant.principal)) {
        report.undecided({ urn: grant.urn, path: grant.paths.principal });
        continue;
      }
      if (grant.scope.kind === "other") checkOtherGrant(model, grant, grant.scope, report);
      else checkGrant(grant, needs, requireSecretScope, report);
    }
  },
};

/** A workflow whose definition nobody can read may need anything. */
function principalsWithUnreadableWorkflow({ workflows }: StackModel): ReadonlySet<PrincipalKey | undefined> {
  return new Set(
    workflows
      .filter(({ state }) => state !== "readable")
      .flatMap(({ identities: { systemAssigned, userAssigned } }) => [systemAssigned, ...userAssigned]),
  );
}

function checkGrant(grant: Grant, needs: readonly Need[], requireSecretScope: boolean, report: Report): void {
  const { gives, scope, urn, paths } = grant;
  if (scope.kind !== "vault" && scope.kind !== "secret") return;
  const here = needs.filter(
    ({ vault, secretNames }) =>
      maybeSame(vault, scope.vault) && (scope.kind === "vault" || (secretNames?.includes(scope.secretName) ?? true)),
  );
  if (gives.kind === "accessPolicy") {
    const excess = (gives.permissions.secrets ?? []).filter(
      (held) => !here.some(({ permission }) => permission === held),
    );
    if (excess.length > 0) {
      report.finding({
        urn,
        path: `${paths.rights}.secrets`,
        message: `Not used: ${excess.join(", ")}.`,
        remediation: describeSmallest(needs),
      });
    }
    if (gives.mayBeMore === true) report.undecided({ urn, path: paths.rights });
    return;
  }
  if (!gives.role.known) {
    report.undecided({ urn, path: paths.rights });
    return;
  }
  const { permissions, isBuiltIn } = gives.role;
  const adds = isBuiltIn && scope.kind === "secret" ? addsNothing(here) : [];
  const excess = permissions.flatMap(({ dataActions, notDataActions }) =>
    dataActions.filter(
      (pattern) => !adds.includes(pattern) && !isUsedUp({ dataActions: [pattern], notDataActions }, here),
    ),
  );
  if (excess.length > 0) {
    const message = `The role "${gives.role.name}" grants unused permissions: ${excess.join(", ")}.`;
    report.finding({ urn, path: paths.rights, message, remediation: describeSmallest(needs) });
  } else if (scope.kind === "vault" && scope.mayBeSecret) {
    if (requireSecretScope || !fitsAnySecret(permissions, here)) report.undecided({ urn, path: "scope" });
  } else if (
    requireSecretScope &&
    scope.kind === "vault" &&
    here.every(({ secretNames }) => secretNames !== undefined)
  ) {
    report.finding({
      urn,
      path: "scope",
      message: "The role is assigned at the vault, although single secrets would be enough.",
      remediation: describeSmallest(needs),
    });
  }
}

/**
 * Data actions that add nothing at a secret that may be read, and that no built-in role comes without: what a listing shows
 * of the secret, its value's answer has too. Key Vault Secrets User at one secret is the smallest built-in role for a get.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
function addsNothing(needs: readonly Need[]): readonly string[] {
  const { GetSecret, GetSecretVersions } = secretOperations;
  return needs.some(({ dataAction }) => dataAction === GetSecret.dataAction) ? [GetSecretVersions.dataAction] : [];
}

/** Checks whether a role is used up at whichever of the needed secrets it is assigned. */
function fitsAnySecret(permissions: readonly DataPermissions[], needs: readonly Need[]): boolean {
  const names = new Set(needs.flatMap(({ secretNames = [] }) => secretNames));
  return [...names].every((name) => {
    const there = needs.filter(({ secretNames }) => secretNames?.includes(name) ?? true);
    return permissions.every((entry) => isUsedUp(entry, there));
  });
}

/** Checks whether every operation on secrets that an entry permits is needed; one that permits none is not this rule's. */
function isUsedUp(permissions: DataPermissions, needs: readonly Need[]): boolean {
  const needed = new Set(needs.map(({ dataAction }) => dataAction));
  return allSecretOperations.every(
    ({ dataAction }) => needed.has(dataAction) || !permitsDataAction([permissions], dataAction),
  );
}
