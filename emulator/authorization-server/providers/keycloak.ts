import { randomUUID } from "node:crypto";
import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs = "https://github.com/keycloak/keycloak/blob/main/docs/documentation/server_admin/topics";
const clients = `${docs}/clients/oidc/con-confidential-client-credentials.adoc`;
const sessions = `${docs}/sessions/timeouts.adoc`;

/** Keycloak, at any host: five minutes, an end of the refresh token, and `unauthorized_client` for a wrong secret. */
export const keycloak = declareProvider({
  name: "keycloak",
  hosts: [],
  tokenPath: /\/realms\/[^/]+\/protocol\/openid-connect\/token$/,
  contentType: "application/json",
  answer: {
    body: ({ accessToken, expiresIn, refreshToken, scope }) => ({
      access_token: accessToken,
      expires_in: expiresIn,
      refresh_expires_in: refreshToken === undefined ? 0 : 1_800,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      token_type: "Bearer",
      "not-before-policy": 0,
      ...(refreshToken === undefined ? {} : { session_state: randomUUID() }),
      scope: scope ?? "profile email",
    }),
    ...reconstructed(reportedAt("https://github.com/keycloak/keycloak/pull/41024")),
  },
  clientAuthentication: fact(["basic", "post"], documentedAt(clients)),
  grantTypes: fact(["client_credentials", "refresh_token"], documentedAt(clients)),
  lifetimeSeconds: fact(300, documentedAt(sessions)),
  // "Revoke Refresh Token" is off by default: each response has a new one, and the old one stays valid.
  refreshTokens: fact({ answered: "new", graceMinutes: Infinity }, documentedAt(sessions)),
  introspection: {
    path: (tokenPath) => `${tokenPath}/introspect`,
    ...reportedAt("https://aai.egi.eu/auth/realms/egi/.well-known/openid-configuration"),
  },
  refusals: {
    invalid_client: refused(
      401,
      { error: "unauthorized_client", error_description: "Invalid client or Invalid client credentials" },
      reportedAt("https://github.com/Stirling-Tools/Stirling-PDF/issues/6567"),
    ),
    invalid_grant: refused(
      400,
      { error: "invalid_grant", error_description: "Invalid refresh token" },
      reconstructed(reportedAt("https://github.com/keycloak/keycloak/issues/37961")),
    ),
    unauthorized_client: refused(
      401,
      { error: "unauthorized_client", error_description: "Client not enabled to retrieve service account" },
      reconstructed(reportedAt("https://github.com/louislam/uptime-kuma/issues/4202")),
    ),
  },
});
