import { answerFrom, type ServiceAnswer } from "../network";
import { exercise } from "../provenance";
import { behaviours, type VaultRefusal } from "./behaviours";

/** A request that Key Vault refuses. The message never holds a secret's value. */
export class KeyVaultError extends Error {
  override readonly name = "KeyVaultError";

  /** @param refusal the behaviour that the error is an instance of: its status and codes */
  constructor(
    readonly refusal: VaultRefusal,
    message: string,
  ) {
    super(message);
    exercise(refusal);
  }

  /** The answer, as Key Vault writes errors. */
  answer(headers: Readonly<Record<string, string>> = {}): ServiceAnswer {
    const { refusal, message } = this;
    const innererror = refusal.inner === undefined ? {} : { innererror: { code: refusal.inner } };
    return answerFrom(refusal, { error: { code: refusal.code, message, ...innererror } }, headers);
  }
}

/** 400: the body is not what the operation takes. */
export function malformedBody(message: string): KeyVaultError {
  return new KeyVaultError(behaviours.malformedBody, message);
}

/** 404: no secret, or no version of it, with this name. */
export function secretNotFound(nameOrId: string): KeyVaultError {
  const message = `A secret with (name/id) ${nameOrId} was not found in this key vault.`;
  return new KeyVaultError(behaviours.secretNotFound, message);
}
