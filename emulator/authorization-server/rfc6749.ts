import { declareProvider } from "./declaration/declare-provider";
import type { OAuthError } from "./oauth-provider";
import { documentedAt, fact, inferredFrom, refused } from "./declaration/origins";
import { bearerToken } from "./declaration/bearer-token";

const rfc = "https://www.rfc-editor.org/rfc/rfc6749";

const refusal = (status: number, error: OAuthError, description: string) =>
  refused(status, { error, error_description: description }, documentedAt(`${rfc}#section-5.2`));

/** A server that does what RFC 6749 and RFC 7662 say, and what OAuth 2.1 says of refresh tokens: it rotates them. */
export const rfc6749 = declareProvider({
  name: "rfc6749",
  hosts: [],
  answer: { body: bearerToken, ...documentedAt(`${rfc}#section-5.1`) },
  clientAuthentication: fact(["basic", "post"], documentedAt(`${rfc}#section-2.3.1`)),
  grantTypes: fact(["client_credentials", "refresh_token"], documentedAt(`${rfc}#section-4.4`)),
  lifetimeSeconds: fact(7_200, inferredFrom(`${rfc}#section-5.1`)),
  refreshTokens: fact({ answered: "new" }, documentedAt(`${rfc}#section-10.4`)),
  introspection: {
    path: (tokenPath) => tokenPath.replace(/[^/]*$/, "introspect"),
    ...inferredFrom("https://www.rfc-editor.org/rfc/rfc7662#section-2"),
  },
  refusals: {
    invalid_request: refusal(400, "invalid_request", "request is invalid"),
    invalid_client: refusal(401, "invalid_client", "client authentication failed"),
    invalid_grant: refusal(400, "invalid_grant", "grant request is invalid"),
    unauthorized_client: refusal(400, "unauthorized_client", "the client may not use this grant type"),
    unsupported_grant_type: refusal(400, "unsupported_grant_type", "unsupported grant_type requested"),
    invalid_scope: refusal(400, "invalid_scope", "requested scope is not allowed"),
  },
});
