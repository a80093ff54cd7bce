import { answerFrom, type ServiceAnswer } from "../network";
import { exercise, type Failure, type Refusal } from "../provenance";
import type { RunError } from "./run-history";

/** A workflow that Logic Apps refuses, or that uses a feature that the emulator does not support. */
export class WorkflowRefusedError extends Error {
  override readonly name = "WorkflowRefusedError";

  /** @param problems each names the action, trigger or parameter, what was seen and what is allowed */
  constructor(
    readonly workflowName: string,
    readonly problems: readonly string[],
  ) {
    super(`The workflow '${workflowName}' was refused:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
  }
}

/** A workflow or a trigger that does not exist, or that is disabled. */
export class WorkflowNotRunnableError extends Error {
  override readonly name = "WorkflowNotRunnableError";
}

/** Builds the answer by which Logic Apps refuses a request to a trigger. */
export function refuse(refusal: Refusal, message: string): ServiceAnswer {
  return answerFrom(refusal, { error: { code: refusal.code, message } });
}

/** Marks failures that {@link actionFailure} made. */
declare const recorded: unique symbol;

/** The failure of an action or a run, made from the record of a behaviour. */
export type ActionFailure = RunError & { readonly [recorded]: true };

/** Makes the failure of an action or a run. @param message without any value of the workflow */
export function actionFailure(record: Failure, message: string): ActionFailure {
  return { code: exercise(record).code, message } as ActionFailure;
}
