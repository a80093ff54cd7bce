import { serviceBusDataActions } from "../../../azure";
import type { Grant, MessageNeed, StackModel } from "../../model";
import { forPrincipal } from "../../model";
import { describePlace, isStacksNamespace, permittedOnMessages, reaches } from "./message-grants";

/** What is missing for a call of Service Bus; undecided where a grant that may be the one has open parts. */
export function findMissingOnMessages(
  model: StackModel,
  need: MessageNeed,
): { readonly message: string; readonly remediation: string } | "met" | "undecided" {
  const verdict = isMet(model, need);
  if (verdict !== "missing") return verdict;
  // Grants on a namespace of another stack are made there.
  if (!isStacksNamespace(model, need)) return "undecided";
  const [dataAction = ""] = need.dataActions;
  const what = dataAction === serviceBusDataActions.send ? "send messages to" : "receive messages from";
  const place = describePlace(need.entity);
  return {
    message: `The action "${need.action}" needs to ${what} ${place}, and is not granted it.`,
    remediation: `Assign a role with ${dataAction} at ${place}.`,
  };
}

function isMet(model: StackModel, { dataActions, ...need }: MessageNeed): "met" | "missing" | "undecided" {
  if (dataActions.length === 0) return "met";
  if (need.principal === "unknown") return "undecided";
  const grants = [...forPrincipal(model.grants, need.principal), ...forPrincipal(model.grants, "unknown")];
  const verdicts = dataActions.map((action) => {
    const found = grants.map((grant) => gives(grant, { ...need, dataActions }, action));
    return found.find((each) => each === "met") ?? found.find((each) => each === "undecided") ?? "missing";
  });
  const [first = "met"] = verdicts;
  return verdicts.every((each) => each === first) ? first : "undecided";
}

function gives({ scope, gives: given, principal }: Grant, need: MessageNeed, action: string) {
  const reached = reaches(scope, need);
  if (reached === "no" || given.kind !== "role") return "missing";
  if (!given.role.known) return "undecided";
  if (!permittedOnMessages(given.role).includes(action)) return "missing";
  return reached === "maybe" || principal === "unknown" ? "undecided" : "met";
}
