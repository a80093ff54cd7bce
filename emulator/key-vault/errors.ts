import { json, type HttpAnswer } from "../network";

/** A request that Key Vault refuses. The message never holds a secret's value. */
export class KeyVaultError extends Error {
  override readonly name = "KeyVaultError";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly inner?: string,
  ) {
    super(message);
  }

  /** The answer, as Key Vault writes errors. */
  answer(headers: Readonly<Record<string, string>> = {}): HttpAnswer {
    const { status, code, message, inner } = this;
    const innererror = inner === undefined ? {} : { innererror: { code: inner } };
    return json(status, { error: { code, message, ...innererror } }, headers);
  }
}

/** 400: something in the request is not as it must be. */
export function badParameter(message: string): KeyVaultError {
  return new KeyVaultError(400, "BadParameter", message);
}

/** 404: no secret, or no version of it, with this name. */
export function secretNotFound(nameOrId: string): KeyVaultError {
  return new KeyVaultError(
    404,
    "SecretNotFound",
    `A secret with (name/id) ${nameOrId} was not found in this key vault.`,
  );
}
