import { randomUUID } from "node:crypto";
import type { OAuthProvider, Refusal } from "../oauth-provider";

const refusal = (status: string, message: string): Refusal => ({
  status: 400,
  body: () => ({ status, message, correlationId: randomUUID() }),
});

/** HubSpot: credentials in the form only, the same refresh token each time, and errors of its own form. */
export const hubspot: OAuthProvider = {
  name: "hubspot",
  hosts: ["api.hubapi.com", "api.hubspot.com"],
  tokenPath: /^\/oauth\/(v1|v3|\d{4}-\d{2})\/token$/,
  source: "https://developers.hubspot.com/docs/api-reference/legacy/authentication/oauth-tokens/v1/guide",
  certainty: "reconstructed",
  clientAuthentication: ["post"],
  grantTypes: ["refresh_token"],
  lifetimeSeconds: 1_800,
  refreshTokens: { answered: "same" },
  contentType: "application/json;charset=utf-8",
  success: ({ accessToken, expiresIn, refreshToken }) => ({
    token_type: "bearer",
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    access_token: accessToken,
    expires_in: expiresIn,
  }),
  refusals: {
    invalid_client: refusal("BAD_CLIENT_SECRET", "missing or invalid client secret"),
    invalid_grant: refusal("BAD_REFRESH_TOKEN", "missing or invalid refresh token"),
    unsupported_grant_type: refusal("BAD_GRANT_TYPE", "missing or unknown grant type"),
  },
};
