/** A request of an action that another followed. */
export interface ReportedRetry {
  /** Since the start of the run. */
  readonly offsetMilliseconds: number;
  readonly durationMilliseconds: number;
  /** How it ended, such as `ServiceUnavailable`. */
  readonly code: string;
}

/** One action of a run, as its history has it. */
export interface ReportedAction {
  /** Within loops with the numbers of their iterations, from 1: `Complete_message #2`. */
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly code?: string;
  /** Since the start of the run. */
  readonly offsetMilliseconds: number;
  readonly durationMilliseconds: number;
  readonly attempts: number;
  /** The attempts before the last. Absent where one sufficed. */
  readonly retryHistory?: readonly ReportedRetry[];
  /** Parts that run history hides. */
  readonly secured: "inputs and outputs" | "inputs" | "outputs" | "no";
}

/** The action that started a run of another workflow. */
export interface ReportedCaller {
  readonly runId: string;
  /** As {@link ReportedAction.name}. */
  readonly action: string;
}

/** One run of a workflow. */
export interface ReportedRun {
  readonly id: string;
  readonly workflow: string;
  readonly trigger: string;
  readonly status: string;
  readonly code?: string;
  /** Absent for a run that no workflow started. */
  readonly caller?: ReportedCaller;
  /** ISO 8601 */
  readonly startTime: string;
  readonly billableActions: number;
  readonly actions: readonly ReportedAction[];
}
