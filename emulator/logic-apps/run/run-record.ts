import type { ActionRecord, Run } from "../run-history";
import type { ActionState } from "./action-states";
import type { FiredTrigger } from "./run-context";

/** Builds the run history of an action that has ended, without secured parts; none of an action in progress. */
export function actionRecord(state: ActionState | undefined): readonly ActionRecord[] {
  if (state?.status === undefined || state.endTime === undefined) return [];
  const { name, type, status, code, startTime, endTime, attempts, retryHistory, secured, iterations, error } = state;
  return [
    {
      name,
      type,
      status,
      ...(code === undefined ? {} : { code }),
      ...(iterations.length === 0 ? {} : { iterations: iterations.map(({ loop, index }) => ({ loop, index })) }),
      startTime,
      endTime,
      attempts,
      ...(retryHistory === undefined ? {} : { retryHistory }),
      secured,
      ...visible(state),
      ...(error === undefined ? {} : { error: { code: error.code, message: error.message } }),
    },
  ];
}

/** Builds the run history of the trigger. */
export function triggerRecord(trigger: FiredTrigger): Run["trigger"] {
  return { secured: trigger.secured, ...visible(trigger) };
}

function visible(operation: Pick<FiredTrigger, "inputs" | "outputs" | "secured">): {
  inputs?: unknown;
  outputs?: unknown;
} {
  const { inputs, outputs, secured } = operation;
  return {
    ...(secured.inputs || inputs === undefined ? {} : { inputs }),
    ...(secured.outputs || outputs === undefined ? {} : { outputs }),
  };
}
