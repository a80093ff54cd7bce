import { permitsDataAction } from "../../../azure";
import { findActionPath } from "../../../definition";
import type { Grant, Need, StackModel } from "../../model";
import { maybeSame, forPrincipal, findVault } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";
import { findMissingControl } from "./control-grants";
import { findMissingOnMessages } from "./missing-message-permissions";

export const missingPermissions: Rule = {
  id: "missing-permissions",
  sentence: "An identity is granted every permission on secrets, messages and Logic Apps that its workflows use.",
  fault: "An identity lacks permissions on secrets, messages or Logic Apps that its workflows use.",
  level: "mandatory",
  levelReason: "The workflow cannot do its work: its first run fails with 403.",
  reason: "Without it, the vault, Service Bus or Azure Resource Manager answers 403 when the workflow runs.",
  remediation: "Grant what is missing; for a vault, in the authorization model that it uses.",
  reference: "https://learn.microsoft.com/azure/key-vault/general/rbac-guide",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    const definitions = new Map(model.workflows.map(({ urn, definition }) => [urn, definition]));
    const pathOf = (urn: string, action: string): string =>
      `definition.${findActionPath(definitions.get(urn), action)}`;
    for (const need of model.needs) {
      const verdict = isMet(model, need);
      if (verdict === "met") continue;
      const path = pathOf(need.urn, need.action);
      if (verdict === "undecided") report.undecided({ urn: need.urn, path });
      else {
        const message = `The action "${need.action}" needs ${need.permission} on ${describeSecrets(need)}, and is not granted it.`;
        const remediation = `Assign a role with ${need.dataAction} there, or add ${need.permission} to the identity's access policy.`;
        report.finding({ urn: need.urn, path, message, remediation });
      }
    }
    for (const { need, missing } of [
      ...model.messageNeeds.map((each) => ({ need: each, missing: findMissingOnMessages(model, each) })),
      ...model.controlNeeds.map((each) => ({ need: each, missing: findMissingControl(model, each) })),
    ]) {
      const place = { urn: need.urn, path: pathOf(need.urn, need.action) };
      if (missing === "undecided") report.undecided(place);
      else if (missing !== "met") report.finding({ ...place, ...missing });
    }
    for (const { urn, requirements } of model.workflows) {
      for (const { action, method, path } of requirements.unknownVaultCalls) {
        // Other objects than secrets are not in the table.
        if (method === "" || !/^\/(deleted)?secrets(\/|$)/i.test(path)) continue;
        report.finding({
          urn,
          path: `${pathOf(urn, action)}.inputs.method`,
          message: `The action "${action}" calls an operation that a vault does not have: ${method} on this path.`,
          remediation: "Use PUT to write a secret, GET to read one, and PATCH to change its attributes.",
        });
      }
    }
  },
};

function describeSecrets({ secretNames }: Need): string {
  if (secretNames === undefined) return "any secret of the vault";
  return secretNames.length > 3 ? `${secretNames.length} secrets` : secretNames.join(", ");
}

/** @returns undecided where a grant that may be the one has parts that only the deployment tells */
function isMet(model: StackModel, need: Need): "met" | "missing" | "undecided" {
  if (need.principal === "unknown") return "undecided";
  // Grants on a vault of another stack are made there.
  const isForeign = need.vault.startsWith("name:") && !model.grants.some(({ scope }) => isAt(scope, need.vault));
  if (isForeign) return "undecided";
  const names = need.secretNames ?? [undefined];
  const candidates = [...forPrincipal(model.grants, need.principal), ...forPrincipal(model.grants, "unknown")].filter(
    (grant) => counts(model, grant),
  );
  const verdicts = names.map((name) => {
    const found = candidates.map((grant) => gives(grant, need, name));
    if (found.includes("met")) return "met";
    return found.includes("undecided") ? "undecided" : "missing";
  });
  if (verdicts.includes("missing")) return "missing";
  return verdicts.includes("undecided") ? "undecided" : "met";
}

function isAt(scope: Grant["scope"], vault: Need["vault"]): boolean {
  return (scope.kind === "vault" || scope.kind === "secret") && maybeSame(scope.vault, vault);
}

/** Grants in the model that the vault does not use count for nothing. */
function counts({ vaults }: StackModel, { scope, gives: given }: Grant): boolean {
  if (scope.kind !== "vault" && scope.kind !== "secret") return true;
  const vault = findVault(vaults, scope.vault);
  if (vault?.authorizationModel === undefined) return true;
  return (vault.authorizationModel === "rbac") === (given.kind === "role");
}

function gives(grant: Grant, need: Need, secretName: string | undefined): "met" | "missing" | "undecided" {
  const { scope, gives: given } = grant;
  if (scope.kind === "other") return "missing";
  if (scope.kind === "secret" && scope.secretName !== secretName) return "missing";
  if ((scope.kind === "vault" || scope.kind === "secret") && !maybeSame(scope.vault, need.vault)) return "missing";
  if (given.kind === "role" && !given.role.known) return "undecided";
  const isGiven =
    given.kind === "accessPolicy"
      ? (given.permissions.secrets ?? []).some((held) => held === need.permission || held === "all")
      : given.role.known && permitsDataAction(given.role.permissions, need.dataAction);
  if (!isGiven) return given.kind === "accessPolicy" && given.mayBeMore === true ? "undecided" : "missing";
  const isOpen = grant.principal === "unknown" || scope.kind === "unknown";
  return isOpen || (scope.kind === "vault" && scope.mayBeSecret === true) ? "undecided" : "met";
}
