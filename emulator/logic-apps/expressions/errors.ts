import { exercise, type Behaviour } from "../../provenance";
import { behaviours } from "./behaviours";

/** A function that Logic Apps does not have, or an answer of a function that no document gives. */
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
    exercise(behaviours.notKnown);
  }
}

/** An expression that cannot be evaluated. The message holds types and positions, never a value. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  /** The code that Logic Apps gives the action that holds the expression. */
  readonly code = "InvalidTemplate";

  /** @param record the behaviour that the error is an instance of */
  constructor(
    record: Behaviour,
    message: string,
    readonly functionName?: string,
  ) {
    super(message);
    exercise(record);
  }
}
