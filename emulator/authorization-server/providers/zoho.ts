import type { OAuthProvider, Refusal } from "../oauth-provider";

const refusal = (error: string): Refusal => ({ status: 200, body: { error } });

/** Zoho: `expires_in` in milliseconds with the seconds beside it, and errors with status 200. */
export const zoho: OAuthProvider = {
  name: "zoho",
  hosts: ["accounts.zoho.com", "accounts.zoho.eu", "accounts.zoho.in", "accounts.zoho.com.au"],
  tokenPath: /^\/oauth\/v2\/token$/,
  source: "https://github.com/Weble/ZohoClient/issues/11",
  certainty: "literal",
  clientAuthentication: ["post"],
  grantTypes: ["refresh_token"],
  lifetimeSeconds: 3_600,
  refreshTokens: { answered: "none" },
  contentType: "application/json;charset=UTF-8",
  success: ({ accessToken, expiresIn }) => ({
    access_token: accessToken,
    expires_in_sec: expiresIn,
    api_domain: "https://www.zohoapis.com",
    token_type: "Bearer",
    expires_in: expiresIn * 1_000,
  }),
  refusals: { invalid_client: refusal("invalid_client"), invalid_grant: refusal("invalid_code") },
};
