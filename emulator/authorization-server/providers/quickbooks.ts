import type { OAuthProvider } from "../oauth-provider";

/** QuickBooks: Basic only, the end of the refresh token, and the same refresh token for a day. */
export const quickbooks: OAuthProvider = {
  name: "quickbooks",
  hosts: ["oauth.platform.intuit.com"],
  tokenPath: /^\/oauth2\/v1\/tokens\/bearer$/,
  source: "https://github.com/mcohen01/node-quickbooks/issues/192",
  certainty: "reconstructed",
  clientAuthentication: ["basic"],
  grantTypes: ["refresh_token"],
  lifetimeSeconds: 3_600,
  refreshTokens: { answered: "same", sameForHours: 24 },
  contentType: "application/json;charset=utf-8",
  success: ({ accessToken, expiresIn, refreshToken }) => ({
    x_refresh_token_expires_in: 8_726_400,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    access_token: accessToken,
    token_type: "bearer",
    expires_in: expiresIn,
  }),
  refusals: {
    invalid_client: { status: 401, body: { error: "invalid_client" } },
    invalid_grant: {
      status: 400,
      body: { error: "invalid_grant", error_description: "Incorrect or invalid refresh token" },
    },
  },
};
