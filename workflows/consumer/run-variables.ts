import type { InitializeVariableAction, RunAfter, SetVariableAction } from "../../definition";
import type { ConsumerFailureClass } from "./failure-classes";

/**
 * How the message that was processed last ended. A run goes on to the next message after `Continue` only; it fails if it
 * ends while it is `Working`.
 */
export type Outcome = "Idle" | "Working" | "Continue" | "Done" | "Stop" | "SessionExpired";

/** Variables of a run. Run history shows them, so they only ever hold words of this program's. */
export const runVariables = { outcome: "outcome", failure: "failure" } as const;

/** Declares the variable with the outcome of the last message. */
export function initializeOutcome(): InitializeVariableAction {
  return initialize("How the last message ended.", runVariables.outcome, "Idle" satisfies Outcome, {});
}

/** Declares the variable with the class of the last failure; empty for none. */
export function initializeFailure(runAfter: RunAfter): InitializeVariableAction {
  return initialize("The class of the last failure; empty for none.", runVariables.failure, "", runAfter);
}

function initialize(description: string, name: string, value: string, runAfter: RunAfter): InitializeVariableAction {
  return {
    type: "InitializeVariable",
    description,
    runAfter,
    inputs: { variables: [{ name, type: "string", value }] },
  };
}

/** An outcome, or an expression that can only be one. */
export type OutcomeText = Outcome | `@${string}`;

/** Notes how the message ended. */
export function setOutcome(description: string, value: OutcomeText, runAfter: RunAfter): SetVariableAction {
  return { type: "SetVariable", description, runAfter, inputs: { name: runVariables.outcome, value } };
}

/** Notes a failure, with which the run is to end. */
export function setFailure(
  description: string,
  value: ConsumerFailureClass | `@${string}`,
  runAfter: RunAfter,
): SetVariableAction {
  return { type: "SetVariable", description, runAfter, inputs: { name: runVariables.failure, value } };
}
