import type { RunAfter } from "../workflow-definition";

/** Runs an action after all of the given ones have succeeded. */
export function afterSuccess(actions: readonly string[]): RunAfter {
  return Object.fromEntries(actions.map((action) => [action, ["Succeeded"] as const]));
}
