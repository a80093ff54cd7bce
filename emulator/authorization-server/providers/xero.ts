import type { OAuthProvider } from "../oauth-provider";

/** Xero: Basic only, and a replaced refresh token can be used for half an hour more. */
export const xero: OAuthProvider = {
  name: "xero",
  hosts: ["identity.xero.com"],
  tokenPath: /^\/connect\/token$/,
  source: "https://nango.dev/blog/xero-oauth-refresh-token-invalid-grant",
  certainty: "reconstructed",
  clientAuthentication: ["basic"],
  grantTypes: ["client_credentials", "refresh_token"],
  lifetimeSeconds: 1_800,
  refreshTokens: { answered: "new", graceMinutes: 30 },
  success: ({ accessToken, expiresIn, refreshToken, scope }) => ({
    access_token: accessToken,
    expires_in: expiresIn,
    token_type: "Bearer",
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(scope === undefined ? {} : { scope }),
  }),
  refusals: {
    invalid_client: { status: 400, body: { error: "invalid_client" } },
    invalid_grant: { status: 400, body: { error: "invalid_grant" } },
  },
};
