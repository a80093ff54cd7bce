import type { OAuthProvider, Refusal } from "../oauth-provider";

const refusal = (error: string): Refusal => ({ status: 200, body: { ok: false, error } });

/** Slack: `ok` in every body, errors with status 200, and a `token_type` of its own. */
export const slack: OAuthProvider = {
  name: "slack",
  hosts: ["slack.com"],
  tokenPath: /^\/api\/oauth\.v2\.access$/,
  source: "https://docs.slack.dev/authentication/using-token-rotation",
  certainty: "reconstructed",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["refresh_token"],
  lifetimeSeconds: 43_200,
  refreshTokens: { answered: "new" },
  success: ({ accessToken, expiresIn, refreshToken, scope }) => ({
    ok: true,
    access_token: accessToken,
    expires_in: expiresIn,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    token_type: "bot",
    scope: scope ?? "commands",
    bot_user_id: "U0KRQLJ9H",
    app_id: "A0KRD7HC3",
  }),
  refusals: {
    invalid_client: refusal("bad_client_secret"),
    invalid_grant: refusal("invalid_refresh_token"),
    unsupported_grant_type: refusal("invalid_grant_type"),
    invalid_request: refusal("invalid_arguments"),
  },
};
