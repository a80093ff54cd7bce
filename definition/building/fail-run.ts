import type { RunAfter, TerminateAction } from "../workflow-definition";

/** Parameters of an action that ends the run Failed. */
export interface RunFailure {
  /** One sentence, which the designer shows. */
  readonly description: string;
  /** Code of the run's error, or an expression that gives it. */
  readonly code: string;
  /** Message of the run's error. */
  readonly message: string;
  readonly runAfter: RunAfter;
}

/** Ends the run Failed. A failure that is handled without this would count as a success. */
export function failRun({ description, code, message, runAfter }: RunFailure): TerminateAction {
  return { type: "Terminate", description, runAfter, inputs: { runStatus: "Failed", runError: { code, message } } };
}
