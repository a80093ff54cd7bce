import { exercise, type Refusal } from "../provenance";

/** A refusal of Azure Resource Manager: `{ "error": { code, message } }`. */
export class ArmError extends Error {
  override readonly name = "ArmError";

  /** @param refusal the behaviour that the error is an instance of: its status and code */
  constructor(
    readonly refusal: Refusal,
    message: string,
  ) {
    super(message);
    exercise(refusal);
  }
}
