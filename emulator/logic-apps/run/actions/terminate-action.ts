import { asObject, asString, type JsonObject } from "../../../../definition/json";
import { failed, succeeded, type Outcome } from "../outcome";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { actionFailure } from "../../errors";
import { exercise } from "../../../provenance";

/** Ends the run with a status, and a code and message when it failed. `inputs` are evaluated already. */
export function performTerminate(inputs: JsonObject): Outcome {
  const { runStatus, runError } = inputs;
  if (runStatus !== "Failed" && runStatus !== "Succeeded" && runStatus !== "Cancelled") {
    const message = "The runStatus of a Terminate action is Failed, Succeeded or Cancelled.";
    return failed(actionFailure(behaviours.wrongRunStatus, message), { inputs });
  }
  exercise(behaviours.terminated);
  const { code, message } = asObject(runError);
  const error = runStatus === "Failed" ? { code: asString(code), message: asString(message) } : undefined;
  return { ...succeeded({ inputs }), termination: { status: runStatus, ...(error === undefined ? {} : { error }) } };
}
