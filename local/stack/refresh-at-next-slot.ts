import type { ControlledClock } from "../../emulator/clock";
import type { Run } from "../../emulator/logic-apps";
import type { DeployedRefresh, LocalStack } from "./local-stack";
import { runAtNextSlots, runNow } from "./run-at-next-slot";

/** Advances the clock and runs each refresh workflow at the next slot of its recurrence, in the order of the slots. */
export function refreshAtNextSlots(stack: LocalStack, clock: ControlledClock): Promise<readonly Run[]> {
  return runAtNextSlots(stack, stack.refreshes, clock);
}

/** Runs a refresh workflow at once. */
export function refreshNow(stack: Pick<LocalStack, "azure">, { id }: Pick<DeployedRefresh, "id">): Promise<Run> {
  return runNow(stack, { id, role: "refresh" });
}
