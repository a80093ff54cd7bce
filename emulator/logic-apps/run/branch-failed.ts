import { asObject, type JsonObject } from "../../../definition/json";
import type { ActionStatus } from "../run-history";

/**
 * Decides whether a set of actions ended in failure: any of its branches did. A branch ends with the action that no other runs
 * after; where that one was skipped, what it ran after decides. A failure that a later action handled is none.
 *
 * Source: https://learn.microsoft.com/azure/logic-apps/error-exception-handling#manage-the-run-after-behavior
 */
export function branchFailed(actions: JsonObject, statusOf: (name: string) => ActionStatus): boolean {
  const followed = new Set(Object.values(actions).flatMap((action) => predecessors(action)));
  const visited = new Set<string>();
  const ends = Object.keys(actions).filter((name) => !followed.has(name));
  for (let name = ends.pop(); name !== undefined; name = ends.pop()) {
    if (visited.has(name)) continue;
    visited.add(name);
    const status = statusOf(name);
    if (status === "Failed" || status === "TimedOut" || status === "Cancelled") return true;
    if (status === "Skipped") ends.push(...predecessors(actions[name]));
  }
  return false;
}

/** Names of the actions that an action runs after. */
export function predecessors(action: unknown): readonly string[] {
  return Object.keys(asObject(asObject(action).runAfter));
}
