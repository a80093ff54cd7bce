import { permitsAction } from "../../../azure";
import type { ControlNeed, Grant, KnownRole, MessageNeed, OtherScope, StackModel } from "../../model";
import { maybeSame } from "../../model";
import type { Report } from "../../rule/rule";
import { describePlace, permittedOnMessages, possibleNeeds, reaches } from "./message-grants";

/** Reports what a role that is assigned in Service Bus or at a Logic App permits and no workflow of its holder uses. */
export function checkOtherGrant(model: StackModel, grant: Grant, scope: OtherScope, report: Report): void {
  const { gives, urn, paths } = grant;
  if (gives.kind !== "role" || (scope.messages === undefined && scope.workflow === undefined)) return;
  if (!gives.role.known || gives.role.control === undefined) {
    report.undecided({ urn, path: paths.rights });
    return;
  }
  const found = [
    ...(scope.messages === undefined ? [] : unusedOnMessages(model, grant, gives.role)),
    ...unusedControl(model, grant, gives.role, scope),
  ];
  const unused = found.filter(({ isSure }) => isSure).map(({ action }) => action);
  if (unused.length > 0) {
    const message = `The role "${gives.role.name}" grants unused permissions: ${unused.join(", ")}.`;
    report.finding({ urn, path: paths.rights, message, remediation: describeSufficient(model, grant) });
  } else if (found.length > 0) report.undecided({ urn, path: paths.rights });
}

interface UnusedAction {
  readonly action: string;
  /** False if a call may use it, of which nobody can tell before the run. */
  readonly isSure: boolean;
}

function unusedOnMessages(model: StackModel, { principal, scope }: Grant, role: KnownRole): readonly UnusedAction[] {
  const here = possibleNeeds(model.messageNeeds, principal).filter((need) => reaches(scope, need) !== "no");
  const isUsed = (action: string, { dataActions, principal: by }: MessageNeed): boolean =>
    by !== "unknown" && dataActions.length === 1 && dataActions.includes(action);
  const mayUse = (action: string, { dataActions }: MessageNeed): boolean =>
    dataActions.length === 0 || dataActions.includes(action);
  return permittedOnMessages(role)
    .filter((action) => !here.some((need) => isUsed(action, need)))
    .map((action) => ({
      action,
      isSure: !here.some((need) => mayUse(action, need)) && !hasUnknownConnection(model, principal),
    }));
}

/** Checks whether a workflow of a principal calls something of which only the deployment tells what it is. */
function hasUnknownConnection({ workflows }: StackModel, principal: Grant["principal"]): boolean {
  return workflows.some(
    ({ identities: { systemAssigned, userAssigned }, requirements: { connectors }, values }) =>
      [systemAssigned, ...userAssigned].includes(principal) &&
      typeof values.$connections === "symbol" &&
      connectors.length > 0,
  );
}

/** Actions by which the holder could give itself more rights are left to `privileged-roles`. */
function unusedControl(
  { controlNeeds }: StackModel,
  { principal }: Grant,
  { control = [], privilegedActions, isBuiltIn }: KnownRole,
  scope: OtherScope,
): readonly UnusedAction[] {
  const provider = scope.type.split("/")[0] ?? "";
  const needs = possibleNeeds(controlNeeds, principal).filter(
    ({ workflow }) => workflow === undefined || scope.workflow === undefined || maybeSame(workflow, scope.workflow),
  );
  const unused = control.flatMap(({ actions = [], notActions = [] }) =>
    actions
      .filter((pattern) => pattern.toLowerCase().startsWith(`${provider}/`))
      .filter((pattern) => !privilegedActions.some((action) => permitsAction([{ actions: [pattern] }], action)))
      .filter((pattern) => !needs.some((need) => isNamedBy(need, { actions: [pattern], notActions }))),
  );
  // Logic App Operator is the smallest built-in role for each of its actions.
  const isSmallest = isBuiltIn && unused.length < control.flatMap(({ actions = [] }) => actions).length;
  if (isSmallest) return [];
  return unused.map((action) => ({ action, isSure: !needs.some(({ permission }) => permission === undefined) }));
}

function isNamedBy({ permission }: ControlNeed, entry: { actions: readonly string[]; notActions: readonly string[] }) {
  return permission !== undefined && permitsAction([entry], permission);
}

function describeSufficient({ messageNeeds, controlNeeds }: StackModel, { principal, scope }: Grant): string {
  const isMessages = scope.kind === "other" && scope.messages !== undefined;
  const sufficient = isMessages
    ? possibleNeeds(messageNeeds, principal)
        .filter((need) => reaches(scope, need) !== "no")
        .flatMap(({ dataActions, entity }) => dataActions.map((action) => `${action} at ${describePlace(entity)}`))
    : possibleNeeds(controlNeeds, principal).flatMap(({ permission }) => permission ?? []);
  const distinct = [...new Set(sufficient)];
  const what = isMessages ? "this place in Service Bus" : "that Logic App";
  return distinct.length === 0
    ? `Remove the grant: no workflow of this identity uses ${what}.`
    : `Sufficient: ${distinct.join("; ")}.`;
}
