import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused, reportedAt } from "../declaration/origins";
import { bearerToken } from "../declaration/bearer-token";

const docs = "https://developer.okta.com/docs";
const clientAuthentication = `${docs}/api/openapi/okta-oauth/guides/client-auth`;

/** Okta: client credentials need a scope, and a rotated refresh token can be used for 30 seconds more. */
export const okta = declareProvider({
  name: "okta",
  hosts: ["*.okta.com", "*.oktapreview.com", "*.okta-emea.com"],
  tokenPath: /^\/oauth2\/([^/]+\/)?v1\/token$/,
  contentType: "application/json",
  answer: { body: bearerToken, ...reconstructed(documentedAt(`${docs}/guides/implement-client-creds/`)) },
  clientAuthentication: fact(["basic", "post"], documentedAt(clientAuthentication)),
  grantTypes: fact(["client_credentials", "refresh_token"], documentedAt(`${docs}/guides/implement-client-creds/`)),
  requires: {
    client_credentials: {
      parameter: "scope",
      ...refused(
        400,
        {
          error: "invalid_scope",
          error_description:
            "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
        },
        reportedAt("https://github.com/requests/requests-oauthlib/issues/463"),
      ),
    },
  },
  lifetimeSeconds: fact(
    3_600,
    documentedAt("https://support.okta.com/help/s/article/What-is-the-lifetime-of-the-JWT-tokens"),
  ),
  refreshTokens: fact(
    { answered: "new", graceMinutes: 0.5 },
    documentedAt(`${docs}/guides/refresh-tokens/refresh-token-rotation/`),
  ),
  introspection: {
    path: (tokenPath) => tokenPath.replace(/[^/]*$/, "introspect"),
    ...inferredFrom(clientAuthentication),
  },
  refusals: {
    invalid_client: refused(
      401,
      {
        error: "invalid_client",
        error_description: "The client secret supplied for a confidential client is invalid.",
      },
      documentedAt(
        "https://support.okta.com/help/s/article/invalid-client-error-returned-during-client-authentication-failure",
      ),
    ),
    invalid_grant: refused(
      400,
      { error: "invalid_grant", error_description: "The refresh token is invalid or expired." },
      reportedAt("https://github.com/okta/okta-react-native/issues/287"),
    ),
  },
});
