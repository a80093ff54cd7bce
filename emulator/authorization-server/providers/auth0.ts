import type { OAuthProvider } from "../oauth-provider";
import { bearerToken } from "./bearer-token";

/** Auth0: client credentials need an audience, a wrong secret is `access_denied`, and refresh tokens rotate. */
export const auth0: OAuthProvider = {
  name: "auth0",
  hosts: ["*.auth0.com"],
  tokenPath: /^\/oauth\/token$/,
  source: "https://auth0.com/docs/tokens/guides/get-access-tokens",
  certainty: "literal",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["client_credentials", "refresh_token"],
  requires: {
    client_credentials: {
      parameter: "audience",
      refusal: {
        status: 403,
        body: {
          error: "access_denied",
          error_description: "No audience parameter was provided, and no default audience has been configured",
        },
      },
    },
  },
  lifetimeSeconds: 86_400,
  refreshTokens: { answered: "new" },
  contentType: "application/json",
  success: bearerToken,
  refusals: {
    invalid_client: { status: 401, body: { error: "access_denied", error_description: "Unauthorized" } },
    invalid_grant: {
      status: 403,
      body: { error: "invalid_grant", error_description: "Unknown or invalid refresh token." },
    },
  },
};
