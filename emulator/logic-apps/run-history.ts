/** Status of an action that came to an end; `Cancelled`: in progress when a Terminate ended the run, or over its time limit. */
export type ActionStatus = "Succeeded" | "Failed" | "Skipped" | "TimedOut" | "Cancelled";

/** A code and a message, as run history shows a failure. Neither holds a value of the workflow. */
export interface RunError {
  readonly code: string;
  readonly message: string;
}

/** Which of inputs and outputs run history hides. */
export interface Secured {
  readonly inputs: boolean;
  readonly outputs: boolean;
}

/**
 * A request of an action that another followed.
 *
 * Source: https://learn.microsoft.com/rest/api/logic/workflow-run-actions/get#retryhistory
 */
export interface RetriedRequest {
  readonly startTime: Date;
  readonly endTime: Date;
  /** How it ended, such as `ServiceUnavailable`. */
  readonly code: string;
}

/** An action in run history; one within a loop once for each iteration. */
export interface ActionRecord {
  readonly name: string;
  readonly type: string;
  readonly status: ActionStatus;
  readonly code?: string;
  /** The iterations that the action ran in, outermost loop first, from index 0. Absent outside of loops. */
  readonly iterations?: readonly { readonly loop: string; readonly index: number }[];
  readonly startTime: Date;
  readonly endTime: Date;
  /** Requests sent by the action, 1 for one that sends none, 0 when skipped. */
  readonly attempts: number;
  /** The requests before the last. Absent where one sufficed. */
  readonly retryHistory?: readonly RetriedRequest[];
  readonly secured: Secured;
  /** Absent when secured. */
  readonly inputs?: unknown;
  /** Absent when secured. */
  readonly outputs?: unknown;
  readonly error?: RunError;
}

/** A run in run history: what a person with read access to the workflow sees. */
export interface Run {
  readonly id: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly triggerName: string;
  readonly status: "Succeeded" | "Failed" | "Running" | "Cancelled";
  readonly error?: RunError;
  readonly startTime: Date;
  readonly endTime?: Date;
  readonly trigger: { readonly secured: Secured; readonly inputs?: unknown; readonly outputs?: unknown };
  /**
   * In the order in which they began or were skipped, those within a loop iteration by iteration; of a running run, those
   * that ended.
   */
  readonly actions: readonly ActionRecord[];
  /** The client tracking id: callers' and callees' runs share it. */
  readonly correlationId: string;
}

/**
 * Executions that Azure bills for a run: the trigger, and every attempt of every action that was not skipped. A retry
 * is an execution of its own; control actions (If, Scope, Terminate, Response) count like any other; a loop counts once,
 * and each action in it in each iteration.
 *
 * Sources: https://learn.microsoft.com/azure/logic-apps/logic-apps-pricing#consumption-operations and
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-pricing#other-operation-behavior
 */
export function billableActions(run: Run): number {
  return run.actions.reduce((sum, action) => sum + action.attempts, 1);
}
