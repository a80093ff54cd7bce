import { asObject, type JsonObject } from "../../../definition/json";
import { follow, type Readings } from "../../provenance";
import type { ActionStatus } from "../run-history";

/** How a set of actions ended. */
export type SetStatus = "Succeeded" | "Failed" | "Cancelled";

/**
 * Determines how a set of actions ended: Failed where any of its branches did, else Cancelled where any was. A branch ends
 * with the action that no other runs after; where that one was skipped, what it ran after decides. A failure that a later
 * action handled is none.
 *
 * Source: https://learn.microsoft.com/azure/logic-apps/error-exception-handling#manage-the-run-after-behavior
 */
export function statusOfSet(actions: JsonObject, statusOf: (name: string) => ActionStatus): SetStatus {
  const followed = new Set(Object.values(actions).flatMap((action) => predecessors(action)));
  const visited = new Set<string>();
  let ended: SetStatus = "Succeeded";
  const ends = Object.keys(actions).filter((name) => !followed.has(name));
  for (let name = ends.pop(); name !== undefined; name = ends.pop()) {
    if (visited.has(name)) continue;
    visited.add(name);
    const status = statusOf(name);
    if (status === "Failed" || status === "TimedOut") return "Failed";
    if (status === "Cancelled") ended = "Cancelled";
    if (status === "Skipped") ends.push(...predecessors(actions[name]));
  }
  return ended;
}

/** Status of a control action or a run whose actions ended so, as the reading of a cancelled action has it. */
export function followedStatus(ended: SetStatus, readings: Readings): SetStatus {
  return ended === "Cancelled" ? follow(readings, "cancelledWithin") : ended;
}

/** Names of the actions that an action runs after. */
export function predecessors(action: unknown): readonly string[] {
  return Object.keys(asObject(asObject(action).runAfter));
}
