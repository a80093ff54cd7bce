import type { Grant, StackModel } from "../../model";
import { permittedOperations } from "../../model";
import type { Report, Rule } from "../../rule/rule";

interface Configuration {
  /** Identities that are not the stack's own and may have grants, with the permissions on secrets that they may hold. */
  readonly declaredPrincipals: readonly { readonly principalId: string; readonly permissions: readonly string[] }[];
}

export const tracedGrants: Rule<Configuration> = {
  id: "traced-grants",
  sentence: "Every grant is for an identity of the stack or a declared one, matches its declaration, and exists once.",
  fault: "A grant is for an unknown identity or role, differs from its declaration, or exists twice.",
  level: "advisory",
  levelReason: "A grant to a person or to another stack's identity can be right, which only its owner knows.",
  reason: "A grant to an unknown identity is never revoked.",
  remediation:
    "Make the principal id from the identity's own output, or declare it in declaredPrincipals with the permissions " +
    "that it needs; of two grants for the same, remove one.",
  reference: "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#identity-not-found",
  configuration: {
    schema: {
      type: "object",
      properties: {
        declaredPrincipals: {
          type: "array",
          items: {
            type: "object",
            properties: {
              principalId: { type: "string", description: "Object id." },
              permissions: { type: "array", items: { type: "string" } },
            },
            required: ["principalId", "permissions"],
            additionalProperties: false,
          },
          description:
            "Identities that are not the stack's own and may have grants, with the permissions on secrets that they may hold.",
        },
      },
      additionalProperties: false,
    },
    defaults: { declaredPrincipals: [] },
  },
  evaluate({ grants, workloads }, { declaredPrincipals }, report) {
    const declared = new Map(
      declaredPrincipals.map(({ principalId, permissions }) => [`id:${principalId.toLowerCase()}`, permissions]),
    );
    const seen = new Set<string>();
    for (const grant of grants) {
      const { urn, principal, paths } = grant;
      const held = heldPermissions(grant);
      checkRole(grant, workloads, report);
      if (principal === "unknown") report.undecided({ urn, path: paths.principal });
      else if (principal.startsWith("id:")) checkForeign(grant, held, declared.get(principal), report);
      const twice = grantKeys(grant, held).filter((key) => seen.size === seen.add(key).size);
      if (twice.length > 0)
        report.finding({
          urn,
          path: paths.principal,
          message: "The same identity already has this permission by another grant.",
        });
    }
  },
};

/** A role by an id that is neither built in nor of the stack: nobody can tell what it permits. */
function checkRole(
  { urn, principal, gives, scope, paths }: Grant,
  workloads: StackModel["workloads"],
  report: Report,
): void {
  const isJudged =
    scope.kind === "vault" || scope.kind === "secret" || (scope.kind === "other" && scope.messages !== undefined);
  if (gives.kind !== "role" || gives.role.known || gives.roleId === undefined) return;
  if (!isJudged || !workloads.has(principal)) return;
  report.finding({
    urn,
    path: paths.rights,
    message: "The role is neither built in nor defined in the stack, so that its permissions cannot be checked.",
    remediation: "Define the role in the stack, or assign a built-in one.",
  });
}

function checkForeign(
  { urn, paths }: Grant,
  held: readonly string[],
  declared: readonly string[] | undefined,
  report: Report,
): void {
  if (declared === undefined) {
    const message = "The grant is for an identity that is neither the stack's nor declared.";
    report.finding({ urn, path: paths.principal, message });
    return;
  }
  const excess = held.filter((permission) => !declared.includes(permission));
  if (excess.length === 0) return;
  const message = `The declared identity has more permissions than declared: ${excess.join(", ")}.`;
  report.finding({ urn, path: paths.rights, message });
}

function heldPermissions({ gives }: Grant): readonly string[] {
  if (gives.kind === "accessPolicy") return gives.permissions.secrets ?? [];
  if (!gives.role.known) return [];
  return [...new Set(permittedOperations(gives.role.permissions).map(({ permission }) => permission))];
}

/** Keys that identify a grant by principal, scope and permission; none where one of them is unknown. */
function grantKeys({ principal, scope }: Grant, held: readonly string[]): readonly string[] {
  if (principal === "unknown" || (scope.kind !== "vault" && scope.kind !== "secret")) return [];
  if (scope.vault === "unknown" || (scope.kind === "vault" && scope.mayBeSecret)) return [];
  const where = `${scope.vault} ${scope.kind === "secret" ? scope.secretName : "*"}`;
  return held.map((permission) => `${principal} ${where} ${permission}`);
}
