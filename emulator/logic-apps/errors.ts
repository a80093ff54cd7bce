import { json, type HttpAnswer } from "../network";

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
export function refusal(status: number, code: string, message: string): HttpAnswer {
  return json(status, { error: { code, message } });
}
