import { answerFrom, type ServiceAnswer } from "../network";
import { exercise, type Refusal } from "../provenance";

/** A refusal of Entra ID's token endpoint. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export class LoginError extends Error {
  override readonly name = "LoginError";

  /** @param refusal the behaviour that the error is an instance of: status, `error`, and number of the AADSTS code */
  constructor(
    readonly refusal: Refusal<number> & { readonly error: string },
    message: string,
  ) {
    super(`AADSTS${refusal.code}: ${message}`);
    exercise(refusal);
  }

  /** The answer, as Entra ID writes errors. */
  answer(about: { readonly timestamp: string; readonly correlationId: string }): ServiceAnswer {
    const { error, code } = this.refusal;
    return answerFrom(this.refusal, {
      error,
      error_description: this.message,
      error_codes: [code],
      timestamp: about.timestamp,
      correlation_id: about.correlationId,
    });
  }
}
