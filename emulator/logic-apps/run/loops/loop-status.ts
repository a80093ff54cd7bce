import { follow, type Readings } from "../../../provenance";
import type { ActionStates } from "../action-states";
import { outcomeOfSet, type Outcome } from "../outcome";
import type { SetStatus } from "../set-status";

/** How a loop ends of which an iteration ended so. A failure that another action handled counts by the reading. */
export function outcomeOfIteration(ended: SetStatus, states: ActionStates, readings: Readings): Outcome {
  const handled =
    ended !== "Failed" && states.ofIteration().some(({ status }) => status === "Failed" || status === "TimedOut");
  const fails = handled && follow(readings, "handledInLoop") === "fails";
  return outcomeOfSet(fails ? "Failed" : ended, readings);
}
