import { refreshTrigger } from "../../workflows/refresh/refresh-definition";
import { consumerTrigger } from "../../workflows";
import type { ControlledClock } from "../../emulator/clock";
import type { Run } from "../../emulator/logic-apps";
import type { DeployedConsumer, DeployedRefresh, LocalStack } from "./local-stack";

/** A workflow with a recurrence. */
export type ScheduledWorkflow = Pick<DeployedRefresh | DeployedConsumer, "id" | "role">;

const triggers = { refresh: refreshTrigger, consumer: consumerTrigger } as const;

/** Advances the clock and runs each workflow at the next slot of its recurrence, in the order of the slots. */
export async function runAtNextSlots(
  { azure }: Pick<LocalStack, "azure">,
  workflows: readonly ScheduledWorkflow[],
  clock: ControlledClock,
): Promise<readonly Run[]> {
  const now = azure.clock.now();
  const slots = workflows
    .map((workflow) => ({ workflow, slot: azure.logicApps.nextSlot(workflow.id, now) ?? now }))
    .sort((a, b) => a.slot.getTime() - b.slot.getTime());
  const runs: Run[] = [];
  for (const { workflow, slot } of slots) {
    clock.advanceTo(slot);
    runs.push(await runNow({ azure }, workflow));
  }
  return runs;
}

/** Runs a workflow at once, like `triggers/Recurrence/run` of Azure Resource Manager. */
export function runNow({ azure }: Pick<LocalStack, "azure">, { id, role }: ScheduledWorkflow): Promise<Run> {
  return azure.logicApps.runTrigger(id, triggers[role]);
}
