import { refreshTrigger } from "../../workflows/refresh/refresh-definition";
import type { ControlledClock } from "../../emulator/clock";
import type { Run } from "../../emulator/logic-apps";
import type { DeployedRefresh, LocalStack } from "./local-stack";

/** Advances the clock and runs each refresh workflow at the next slot of its recurrence, in the order of the slots. */
export async function refreshAtNextSlots(
  { azure, refreshes }: LocalStack,
  clock: ControlledClock,
): Promise<readonly Run[]> {
  const now = clock.now();
  const slots = refreshes
    .map((refresh) => ({ refresh, slot: azure.logicApps.nextSlot(refresh.id, now) ?? now }))
    .sort((a, b) => a.slot.getTime() - b.slot.getTime());
  const runs: Run[] = [];
  for (const { refresh, slot } of slots) {
    clock.advanceTo(slot);
    runs.push(await refreshNow({ azure }, refresh));
  }
  return runs;
}

/** Runs a refresh workflow at once, like `triggers/Recurrence/run` of Azure Resource Manager. */
export function refreshNow({ azure }: Pick<LocalStack, "azure">, { id }: Pick<DeployedRefresh, "id">): Promise<Run> {
  return azure.logicApps.runTrigger(id, refreshTrigger);
}
