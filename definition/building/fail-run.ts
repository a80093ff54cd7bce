import type { RunAfter, TerminateAction } from "../workflow-definition";

/** Ends the run Failed. A failure that is handled without this would count as a success. */
export function failRun(code: string, message: string, runAfter: RunAfter): TerminateAction {
  return { type: "Terminate", runAfter, inputs: { runStatus: "Failed", runError: { code, message } } };
}
