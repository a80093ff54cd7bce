import type { RecurrenceTrigger } from "../definition";

/**
 * Start time in the past. Without one, a recurrence fires at deployment, before the workflow's grants exist.
 * https://learn.microsoft.com/azure/logic-apps/concepts-schedule-automated-recurring-tasks-workflows
 */
const startTime = "2026-01-01T00:00:00Z";

/** A trigger that fires every so many minutes, and never while a run is on. */
export function recurrence(intervalMinutes: number): RecurrenceTrigger {
  return {
    type: "Recurrence",
    recurrence: { frequency: "Minute", interval: intervalMinutes, startTime, timeZone: "UTC" },
    runtimeConfiguration: { concurrency: { runs: 1 } },
  };
}
