import type { OAuthProvider } from "../oauth-provider";

/** Google: refresh tokens that never change and are never answered, and no client credentials. */
export const google: OAuthProvider = {
  name: "google",
  hosts: ["oauth2.googleapis.com", "www.googleapis.com", "accounts.google.com"],
  tokenPath: /^\/(token|oauth2\/v[34]\/token|o\/oauth2\/token)$/,
  source: "https://github.com/apache/opendal/issues/3901",
  certainty: "reconstructed",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["refresh_token"],
  lifetimeSeconds: 3_599,
  refreshTokens: { answered: "none" },
  success: ({ accessToken, expiresIn, scope }) => ({
    access_token: accessToken,
    expires_in: expiresIn,
    ...(scope === undefined ? {} : { scope }),
    token_type: "Bearer",
  }),
  refusals: {
    invalid_client: { status: 401, body: { error: "invalid_client", error_description: "Unauthorized" } },
    invalid_grant: {
      status: 400,
      body: { error: "invalid_grant", error_description: "Token has been expired or revoked." },
    },
  },
};
