import type { OAuthProvider } from "../oauth-provider";

/** Zoom: Basic only, `account_credentials` for server-to-server apps, and `reason` where others say `error_description`. */
export const zoom: OAuthProvider = {
  name: "zoom",
  hosts: ["zoom.us", "*.zoom.us"],
  tokenPath: /^\/oauth\/token$/,
  source: "https://developers.zoom.us/docs/internal-apps/s2s-oauth/",
  certainty: "reconstructed",
  clientAuthentication: ["basic"],
  grantTypes: ["account_credentials", "refresh_token"],
  requires: {
    account_credentials: {
      parameter: "account_id",
      refusal: { status: 400, body: { reason: "Bad Request", error: "invalid_request" } },
    },
  },
  lifetimeSeconds: 3_599,
  refreshTokens: { answered: "new" },
  contentType: "application/json;charset=UTF-8",
  success: ({ accessToken, expiresIn, refreshToken, scope }) => ({
    access_token: accessToken,
    token_type: "bearer",
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    expires_in: expiresIn,
    scope: scope ?? "user:read:admin",
    api_url: "https://api.zoom.us",
  }),
  refusals: {
    invalid_client: {
      status: 400,
      body: { reason: "Invalid client_id or client_secret", error: "invalid_client" },
    },
    invalid_grant: { status: 400, body: { reason: "Invalid Token!", error: "invalid_grant" } },
    unsupported_grant_type: {
      status: 400,
      body: { reason: "unsupported grant type", error: "unsupported_grant_type" },
    },
  },
};
