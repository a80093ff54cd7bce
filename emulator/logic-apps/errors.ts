/** A workflow that Logic Apps would refuse, or that holds what the stand-in does not have. */
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
