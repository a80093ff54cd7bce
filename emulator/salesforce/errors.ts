import { answerFrom, type ServiceAnswer } from "../network";
import { exercise, type Refusal } from "../provenance";

/** A request that Salesforce refuses as a whole. The message may quote a record, as Salesforce's do. */
export class SalesforceError extends Error {
  override readonly name = "SalesforceError";

  /** @param refusal the behaviour that the error is an instance of: its status and `errorCode` */
  constructor(
    readonly refusal: Refusal,
    message: string,
  ) {
    super(message);
    exercise(refusal);
  }

  /** The answer, as Salesforce writes errors. */
  answer(headers: Readonly<Record<string, string>>): ServiceAnswer {
    return answerFrom(this.refusal, [{ message: this.message, errorCode: this.refusal.code }], headers);
  }
}
