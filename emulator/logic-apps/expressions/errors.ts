/** A function that Logic Apps does not have, or that the emulator does not support. */
export class UnsupportedFunctionError extends Error {
  override readonly name = "UnsupportedFunctionError";

  /** @param use which use of the function is not done, where others are: "with another locale than en-US" */
  constructor(
    readonly functionName: string,
    use?: string,
  ) {
    super(
      `The emulator does not support the function '${functionName}'${use === undefined ? "" : ` ${use}`}. ` +
        "It guesses no answer: use another function, or run the workflow in Azure.",
    );
  }
}

/** An expression that cannot be evaluated. The message holds types and positions, never a value. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  /** The code that Logic Apps gives the action that holds the expression. */
  readonly code = "InvalidTemplate";

  constructor(
    message: string,
    readonly functionName?: string,
  ) {
    super(message);
  }
}
