/** A refusal of Entra ID's token endpoint. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export class LoginError extends Error {
  override readonly name = "LoginError";

  /**
   * @param status of HTTP
   * @param error of RFC 6749, section 5.2
   * @param code of Entra ID, such as 7000215 of AADSTS7000215
   */
  constructor(
    readonly status: number,
    readonly error: string,
    readonly code: number,
    message: string,
  ) {
    super(`AADSTS${code}: ${message}`);
  }
}
