import { permitsDataAction, serviceBusDataActions } from "../../../azure";
import type { Grant, KnownRole, MessageNeed, PrincipalKey, Scope, StackModel } from "../../model";
import { forPrincipal, maybeSame } from "../../model";

/** Decides whether a role that is assigned at a scope takes effect where a call goes. */
export function reaches(scope: Scope, { namespace, entity }: MessageNeed): "yes" | "no" | "maybe" {
  if (scope.kind === "wider") return "yes";
  if (scope.kind === "unknown") return "maybe";
  if (scope.kind !== "other" || scope.messages === undefined) return "no";
  const { messages } = scope;
  if (!maybeSame(messages.namespace, namespace)) return "no";
  if (messages.mayBeNarrower === true) return "maybe";
  if (messages.entity === undefined) return "yes";
  if (entity === undefined) return "maybe";
  return entity === messages.entity || entity.startsWith(`${messages.entity}/subscriptions/`) ? "yes" : "no";
}

/** Lists the data actions on messages that a role permits. */
export function permittedOnMessages({ serviceBus }: KnownRole): readonly string[] {
  return Object.values(serviceBusDataActions).filter((action) => permitsDataAction(serviceBus, action));
}

/** The needs of a principal, and those of which nobody can tell whose they are. */
export function possibleNeeds<Need extends { readonly principal: PrincipalKey }>(
  needs: readonly Need[],
  principal: PrincipalKey,
): readonly Need[] {
  return [...forPrincipal(needs, principal), ...forPrincipal(needs, "unknown")];
}

/** Checks whether the stack has anything of a namespace, so that a grant on it would be the stack's as well. */
export function isStacksNamespace({ messages, grants }: StackModel, { namespace }: MessageNeed): boolean {
  const isAt = ({ scope }: Grant): boolean =>
    scope.kind === "other" && scope.messages !== undefined && maybeSame(scope.messages.namespace, namespace);
  return messages.declares(namespace) || grants.some(isAt);
}

/** A place in plain words. */
export function describePlace(entity: string | undefined): string {
  if (entity === undefined) return "the namespace";
  const [topic = "", subscription] = entity.split("/subscriptions/");
  return subscription === undefined ? entity : `the subscription ${subscription} of ${topic}`;
}
