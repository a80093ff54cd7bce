import type { Grant, StackModel } from "../../model";
import type { Report, Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";
import { describePlace, permittedOnMessages, possibleNeeds, reaches } from "./message-grants";

export const wideScopes: Rule = {
  id: "wide-scopes",
  sentence: "No grant of a workload has a scope above a vault, or above the queue or subscription that it uses.",
  fault: "A grant of a workload has a scope above a vault, or above the queue or subscription that it uses.",
  level: "mandatory",
  levelReason:
    "The grant applies to vaults and messages that no review of this stack sees, and the same role at the vault, the queue or the subscription serves the same calls.",
  reason:
    "A role at a resource group or above applies to every vault and Logic App in it, and one at a namespace or a topic to every message there, including future ones.",
  remediation: "Assign the role at the vault, or at the single secret.",
  reference: "https://learn.microsoft.com/azure/role-based-access-control/scope-overview",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    for (const grant of model.grants) {
      const { urn, principal, scope, gives } = grant;
      if (!model.workloads.has(principal)) continue;
      if (scope.kind === "unknown") report.undecided({ urn, path: "scope" });
      if (scope.kind === "other") checkMessageScope(model, grant, report);
      if (scope.kind !== "wider") continue;
      if (concernsVaults(gives))
        report.finding({ urn, path: "scope", message: "A workload's role is assigned at a scope above a vault." });
      else checkWiderScope(model, grant, report);
    }
  },
};

/** A role that permits nothing on vaults, such as Monitoring Reader, is assigned wherever its work is. */
function concernsVaults(gives: Grant["gives"]): boolean {
  if (gives.kind === "accessPolicy" || !gives.role.known) return true;
  return gives.role.permissions.length + gives.role.privilegedActions.length > 0;
}

function checkWiderScope(model: StackModel, { urn, principal, gives }: Grant, report: Report): void {
  if (gives.kind !== "role" || !gives.role.known) return;
  const { serviceBus, control } = gives.role;
  if (serviceBus.length > 0) {
    const message = "A workload's role is assigned at a scope above a Service Bus namespace.";
    report.finding({ urn, path: "scope", message, remediation: narrowest });
  }
  if (serviceBus.length > 0 || control?.length === 0) return;
  const needs = possibleNeeds(model.controlNeeds, principal);
  const isOpen = needs.some(({ permission, workflow }) => permission === undefined || workflow === "unknown");
  if (control === undefined || isOpen) report.undecided({ urn, path: "scope" });
  else {
    const message = "A workload's role is assigned at a scope above a Logic App.";
    report.finding({ urn, path: "scope", message, remediation: "Assign the role at the Logic App that it is for." });
  }
}

const narrowest = "Assign the role at the queue, the topic's subscription, or for sending at the topic.";

/** A role at a namespace, or at a topic of which only subscriptions are used; what is not used at all is in excess. */
function checkMessageScope(model: StackModel, { urn, principal, scope, gives }: Grant, report: Report): void {
  if (scope.kind !== "other" || scope.messages === undefined || scope.messages.mayBeNarrower === true) return;
  if (gives.kind !== "role" || !gives.role.known) return;
  const permitted = permittedOnMessages(gives.role);
  const used = possibleNeeds(model.messageNeeds, principal).filter(
    (need) => reaches(scope, need) !== "no" && need.dataActions.some((action) => permitted.includes(action)),
  );
  const { entity } = scope.messages;
  if (used.length === 0 || used.some((need) => need.entity !== undefined && need.entity === entity)) return;
  if (used.some((need) => need.entity === undefined)) {
    report.undecided({ urn, path: "scope" });
    return;
  }
  const places = [...new Set(used.map((need) => describePlace(need.entity)))];
  const message = `A workload's role is assigned at ${entity === undefined ? "a whole namespace" : "a topic"}, although ${places.slice(0, 3).join(" and ")} would be enough.`;
  report.finding({ urn, path: "scope", message, remediation: narrowest });
}
