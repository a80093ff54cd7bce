import { isSameName, permitsAction, readRunsAction, runTriggerAction } from "../../../azure";
import type { ControlNeed, Grant, Scope, StackModel } from "../../model";
import { forPrincipal, maybeSame } from "../../model";

/** What is missing for a call of Azure Resource Manager on a Logic App. */
export function findMissingControl(
  { grants }: StackModel,
  need: ControlNeed,
): { readonly message: string; readonly remediation: string } | "met" | "undecided" {
  const { permission, workflow, principal, action } = need;
  // Roles that read are assigned for many other reasons; reading runs alone is compared.
  const isOtherRead = permission !== undefined && /\/read$/i.test(permission) && !isReadRuns(permission);
  if (permission === undefined || workflow === undefined || isOtherRead) return "met";
  if (principal === "unknown") return "undecided";
  const candidates = [...forPrincipal(grants, principal), ...forPrincipal(grants, "unknown")];
  const found = candidates.map((grant) => gives(grant, permission, workflow));
  if (found.includes("met")) return "met";
  // Grants at a workflow of another stack are made there.
  const isStacks = workflow.startsWith("urn:") || candidates.some(({ scope }) => isAtWorkflow(scope, workflow));
  if (found.includes("undecided") || workflow === "unknown" || !isStacks) return "undecided";
  const operator = permission === runTriggerAction ? " Logic App Operator does not have it." : "";
  return {
    message: `The action "${action}" needs ${permission} at another Logic App, and is not granted it.`,
    remediation: `Assign a custom role with it at that Logic App.${operator}`,
  };
}

function isAtWorkflow(scope: Scope, workflow: NonNullable<ControlNeed["workflow"]>): boolean {
  return scope.kind === "other" && scope.workflow !== undefined && maybeSame(scope.workflow, workflow);
}

function gives(
  { scope, gives: given, principal }: Grant,
  permission: string,
  workflow: NonNullable<ControlNeed["workflow"]>,
): "met" | "missing" | "undecided" {
  const isOpen = scope.kind === "unknown" || principal === "unknown";
  if (given.kind !== "role" || !(isOpen || scope.kind === "wider" || isAtWorkflow(scope, workflow))) return "missing";
  if (!given.role.known || given.role.control === undefined) return "undecided";
  const { control, readsRuns } = given.role;
  const isPermitted = isReadRuns(permission) ? readsRuns : permitsAction(control, permission);
  if (isPermitted === undefined) return "undecided";
  if (!isPermitted) return "missing";
  const isSure = scope.kind === "wider" || (scope.kind === "other" && scope.workflow === workflow);
  return isOpen || !isSure ? "undecided" : "met";
}

function isReadRuns(permission: string): boolean {
  return isSameName(permission, readRunsAction);
}
