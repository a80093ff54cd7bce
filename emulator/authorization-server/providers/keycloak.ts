import { randomUUID } from "node:crypto";
import type { OAuthProvider } from "../oauth-provider";

/** Keycloak, at any host: five minutes, an end of the refresh token, and `unauthorized_client` for a wrong secret. */
export const keycloak: OAuthProvider = {
  name: "keycloak",
  hosts: [],
  tokenPath: /\/realms\/[^/]+\/protocol\/openid-connect\/token$/,
  source: "https://github.com/keycloak/keycloak/issues/16923",
  certainty: "reconstructed",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["client_credentials", "refresh_token"],
  lifetimeSeconds: 300,
  // "Revoke Refresh Token" is off by default: each response has a new one, and the old one stays valid.
  refreshTokens: { answered: "new", graceMinutes: Number.POSITIVE_INFINITY },
  introspectionPath: (tokenPath) => `${tokenPath}/introspect`,
  contentType: "application/json",
  success: ({ accessToken, expiresIn, refreshToken, scope }) => ({
    access_token: accessToken,
    expires_in: expiresIn,
    refresh_expires_in: refreshToken === undefined ? 0 : 1_800,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    token_type: "Bearer",
    "not-before-policy": 0,
    ...(refreshToken === undefined ? {} : { session_state: randomUUID() }),
    scope: scope ?? "profile email",
  }),
  refusals: {
    invalid_client: {
      status: 401,
      body: { error: "unauthorized_client", error_description: "Invalid client or Invalid client credentials" },
    },
    invalid_grant: { status: 400, body: { error: "invalid_grant", error_description: "Invalid refresh token" } },
    unauthorized_client: {
      status: 401,
      body: {
        error: "unauthorized_client",
        error_description: "Client not enabled to retrieve service account",
      },
    },
  },
};
