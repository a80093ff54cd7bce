import type { ActionRecord, LogicApps, Run } from "../../emulator/logic-apps";
import type { ReportedAction, ReportedRun } from "../report";

/** Runs as the report shows them: what happened when, and what history hides. */
export function describeRuns(logicApps: LogicApps, runs: readonly Run[]): readonly ReportedRun[] {
  return runs.map((run) => ({
    workflow: run.workflowName,
    trigger: run.triggerName,
    status: run.status,
    ...(run.error === undefined ? {} : { code: run.error.code }),
    startTime: run.startTime.toISOString(),
    billableActions: logicApps.billableActions(run),
    actions: run.actions.map((action) => describeAction(action, run.startTime)),
  }));
}

function describeAction(action: ActionRecord, start: Date): ReportedAction {
  const { name, type, status, code, startTime, endTime, attempts, secured, iterations = [] } = action;
  const number = iterations.map(({ index }) => index + 1).join(".");
  return {
    name: number === "" ? name : `${name} #${number}`,
    type,
    status,
    ...(code === undefined ? {} : { code }),
    offsetMilliseconds: startTime.getTime() - start.getTime(),
    durationMilliseconds: endTime.getTime() - startTime.getTime(),
    attempts,
    secured: securedBy(secured),
  };
}

function securedBy({ inputs, outputs }: ActionRecord["secured"]): ReportedAction["secured"] {
  if (inputs && outputs) return "inputs and outputs";
  if (inputs) return "inputs";
  return outputs ? "outputs" : "no";
}
