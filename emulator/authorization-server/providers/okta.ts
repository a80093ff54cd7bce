import type { OAuthProvider } from "../oauth-provider";
import { bearerToken } from "./bearer-token";

/** Okta: client credentials need a scope, and a rotated refresh token can be used for 30 seconds more. */
export const okta: OAuthProvider = {
  name: "okta",
  hosts: ["*.okta.com", "*.oktapreview.com", "*.okta-emea.com"],
  tokenPath: /^\/oauth2\/([^/]+\/)?v1\/token$/,
  source: "https://github.com/okta/okta-react-native/issues/287",
  certainty: "reconstructed",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["client_credentials", "refresh_token"],
  requires: {
    client_credentials: {
      parameter: "scope",
      refusal: {
        status: 400,
        body: {
          error: "invalid_scope",
          error_description:
            "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
        },
      },
    },
  },
  lifetimeSeconds: 3_600,
  refreshTokens: { answered: "new", graceMinutes: 0.5 },
  introspectionPath: (tokenPath) => tokenPath.replace(/[^/]*$/, "introspect"),
  contentType: "application/json",
  success: bearerToken,
  refusals: {
    invalid_client: {
      status: 401,
      body: {
        error: "invalid_client",
        error_description: "The client secret supplied for a confidential client is invalid.",
      },
    },
    invalid_grant: {
      status: 400,
      body: { error: "invalid_grant", error_description: "The refresh token is invalid or expired." },
    },
  },
};
