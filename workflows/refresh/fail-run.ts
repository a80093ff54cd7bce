import type { RunAfter, TerminateAction } from "../../definition";

/** Ends the run Failed: a failure that is handled and not told would count as a success. */
export function failRun(code: string, message: string, runAfter: RunAfter): TerminateAction {
  return { type: "Terminate", runAfter, inputs: { runStatus: "Failed", runError: { code, message } } };
}
