import type { ActionRecord, LogicApps, Run } from "../../emulator/logic-apps";
import type { ReportedAction, ReportedCaller, ReportedRun } from "../report";
import { reportedName } from "./reported-name";

/**
 * Runs as the report shows them: what happened when, and what history hides.
 *
 * @param callers by the ID of the run that they started. @default no workflow started any
 */
export function describeRuns(
  logicApps: Pick<LogicApps, "billableActions">,
  runs: readonly Run[],
  callers: ReadonlyMap<string, ReportedCaller> = new Map(),
): readonly ReportedRun[] {
  return runs.map((run) => {
    const caller = callers.get(run.id);
    return {
      id: run.id,
      workflow: run.workflowName,
      trigger: run.triggerName,
      status: run.status,
      ...(run.error === undefined ? {} : { code: run.error.code }),
      ...(caller === undefined ? {} : { caller }),
      startTime: run.startTime.toISOString(),
      billableActions: logicApps.billableActions(run),
      actions: run.actions.map((action) => describeAction(action, run.startTime)),
    };
  });
}

function describeAction(action: ActionRecord, start: Date): ReportedAction {
  const { type, status, code, attempts, retryHistory, secured } = action;
  return {
    name: reportedName(action),
    type,
    status,
    ...(code === undefined ? {} : { code }),
    ...describeSpan(action, start),
    attempts,
    ...(retryHistory === undefined
      ? {}
      : { retryHistory: retryHistory.map((request) => ({ ...describeSpan(request, start), code: request.code })) }),
    secured: securedBy(secured),
  };
}

function describeSpan(
  { startTime, endTime }: Pick<ActionRecord, "startTime" | "endTime">,
  start: Date,
): Pick<ReportedAction, "offsetMilliseconds" | "durationMilliseconds"> {
  return {
    offsetMilliseconds: startTime.getTime() - start.getTime(),
    durationMilliseconds: endTime.getTime() - startTime.getTime(),
  };
}

function securedBy({ inputs, outputs }: ActionRecord["secured"]): ReportedAction["secured"] {
  if (inputs && outputs) return "inputs and outputs";
  if (inputs) return "inputs";
  return outputs ? "outputs" : "no";
}
