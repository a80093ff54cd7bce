import { secretValue } from "../../vault/get-secret";

/**
 * Expression of a credential from the vault, percent-encoded.
 *
 * Blanks and line ends around it are removed: `az keyvault secret set --file` stores a file's final line end, which no
 * credential can contain (RFC 6749, appendix A).
 */
export function encodedCredential(action: string): string {
  return `encodeUriComponent(trim(${secretValue(action)}))`;
}
