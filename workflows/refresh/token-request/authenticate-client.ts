import type { TokenSettings } from "../../../settings";
import { encodedCredential } from "./encoded-credential";
import { credentialActions } from "./read-credentials";

/** The parts of a request with which a client authenticates at the authorization server. */
export interface ClientAuthentication {
  readonly headers: Readonly<Record<string, string>>;
  /** Already encoded. */
  readonly formFields: readonly string[];
}

/** Authenticates the client by one of the two methods of RFC 6749, section 2.3.1, which forbids to use both at once. */
export function authenticateClient(token: TokenSettings): ClientAuthentication {
  return token.clientAuthentication === "basic"
    ? { headers: { Authorization: basicCredentials(token) }, formFields: [] }
    : { headers: {}, formFields: formCredentials(token) };
}

function formCredentials({ clientId }: TokenSettings): readonly string[] {
  const id =
    "value" in clientId ? encodeURIComponent(clientId.value) : `@{${encodedCredential(credentialActions.clientId)}}`;
  return [`client_id=${id}`, `client_secret=@{${encodedCredential(credentialActions.clientSecret)}}`];
}

/** ID and secret, each form-encoded (RFC 6749, appendix B: a space is `+`), joined by a colon, and base64-encoded. */
function basicCredentials({ clientId }: TokenSettings): string {
  const secret = formEncoded(credentialActions.clientSecret);
  return "value" in clientId
    ? `Basic @{base64(concat('${formEncodedText(clientId.value)}:', ${secret}))}`
    : `Basic @{base64(concat(${formEncoded(credentialActions.clientId)}, ':', ${secret}))}`;
}

function formEncoded(action: string): string {
  return `replace(${encodedCredential(action)}, '%20', '+')`;
}

/** A text as a value of a form. It contains no apostrophe, which would end a string within an expression. */
function formEncodedText(text: string): string {
  return new URLSearchParams({ "": text }).toString().slice("=".length);
}
