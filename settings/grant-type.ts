const jwtBearer =
  "jwt-bearer is not supported: its assertion is signed with RS256, and the expressions of Logic Apps have no function that signs.";
const password =
  "password is not supported: RFC 9700 (2.4) forbids it, and Salesforce blocks it by default, since it hands a person's password to a program.";

const whyNot: ReadonlyMap<string, string> = new Map([
  ["jwt-bearer", jwtBearer],
  ["jwt_bearer", jwtBearer],
  ["urn:ietf:params:oauth:grant-type:jwt-bearer", jwtBearer],
  ["password", password],
  ["authorization_code", "authorization_code is not supported: it needs a person at a browser for each token."],
  ["implicit", "implicit is not supported: it needs a person at a browser for each token."],
]);

/** Why a grant of OAuth is none of ours; `undefined` for a text that is no grant that we know. */
export function unsupportedGrantProblem(grantType: string): string | undefined {
  const reason = whyNot.get(grantType.toLowerCase());
  return reason && `${reason} Use client_credentials, or refresh_token with a first token that a person got.`;
}
