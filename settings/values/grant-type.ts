const jwtBearer =
  "jwt-bearer is not supported: its assertion is signed with RS256, and Logic Apps expressions have no signing function.";

const reasons: ReadonlyMap<string, string> = new Map([
  ["jwt-bearer", jwtBearer],
  ["jwt_bearer", jwtBearer],
  ["urn:ietf:params:oauth:grant-type:jwt-bearer", jwtBearer],
  [
    "password",
    "password is not supported: it gives a person's password to a program. RFC 9700 (section 2.4) forbids it, and Salesforce blocks it by default.",
  ],
  ["authorization_code", "authorization_code is not supported: each token needs a person at a browser."],
  ["implicit", "implicit is not supported: each token needs a person at a browser."],
]);

/** The reason why an OAuth grant type is not supported; `undefined` for a text that is not a known grant type. */
export function unsupportedGrantProblem(grantType: string): string | undefined {
  const reason = reasons.get(grantType.toLowerCase());
  return reason && `${reason} Use client_credentials, or refresh_token with a first token that a person obtained.`;
}
