import type { Grant } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const wideScopes: Rule = {
  id: "wide-scopes",
  sentence: "No grant of a workload has a scope above a vault.",
  level: "mandatory",
  levelReason:
    "The grant applies to vaults that no review of this stack sees, and the same role at the vault serves the same calls.",
  reason: "A role at a resource group or above applies to every vault in it, including future ones.",
  remediation: "Assign the role at the vault, or at the single secret.",
  reference: "https://learn.microsoft.com/azure/role-based-access-control/scope-overview",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    for (const { urn, principal, scope, gives } of model.grants) {
      if (!model.workloads.has(principal)) continue;
      if (scope.kind === "wider" && concernsVaults(gives))
        report.finding({ urn, path: "scope", message: "A workload's role is assigned at a scope above a vault." });
      if (scope.kind === "unknown") report.undecided({ urn, path: "scope" });
    }
  },
};

/** A role that permits nothing on vaults, such as Monitoring Reader, is assigned wherever its work is. */
function concernsVaults(gives: Grant["gives"]): boolean {
  if (gives.kind === "accessPolicy" || !gives.role.known) return true;
  return gives.role.permissions.length + gives.role.privilegedActions.length > 0;
}
