import type { OAuthProvider, Refusal } from "../oauth-provider";

const denied: Refusal = { status: 401, body: { error_description: "access_denied", error: "server_error" } };

/** ServiceNow: the same access token until it ends, and `server_error` with status 401 for whatever is wrong. */
export const servicenow: OAuthProvider = {
  name: "servicenow",
  hosts: ["*.service-now.com", "*.servicenowservices.com"],
  tokenPath: /^\/oauth_token\.do$/,
  source: "https://hidemiu.sakura.ne.jp/wp/en/category/oauth",
  certainty: "literal",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["client_credentials", "refresh_token"],
  lifetimeSeconds: 1_799,
  repeatsAccessTokens: true,
  refreshTokens: { answered: "same" },
  contentType: "application/json;charset=UTF-8",
  success: ({ accessToken, expiresIn, refreshToken, scope }) => ({
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    scope: scope ?? "useraccount",
    token_type: "Bearer",
    expires_in: expiresIn,
  }),
  refusals: { invalid_client: denied, invalid_grant: denied, unauthorized_client: denied },
};
