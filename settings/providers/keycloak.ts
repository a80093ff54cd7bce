import type { Provider } from "./provider";

/** Keycloak, on a host of its operator's. */
export const keycloak: Provider = {
  title: "Keycloak",
  grantTypes: ["client_credentials", "refresh_token"],
  hosts: [],
  pathOnOtherHosts: "/protocol/openid-connect/token",
  tokenUrlForm: "https://{host}/realms/{realm}/protocol/openid-connect/token",
  defaults: { clientAuthentication: "basic", intervalMinutes: 3, assumedLifetimeMinutes: 5, marginMinutes: 1 },
  lifetime: "5 minutes by default; a refresh token 30 minutes (SSO Session Idle)",
  rotation: "if Revoke Refresh Token is enabled in the realm",
  tried: ["client_credentials", "refresh_token"],
  sources: [
    "https://github.com/keycloak/keycloak/blob/main/docs/documentation/server_admin/topics/clients/oidc/con-confidential-client-credentials.adoc",
    "https://github.com/keycloak/keycloak/blob/main/docs/documentation/server_admin/topics/sessions/timeouts.adoc",
    "https://github.com/keycloak/keycloak/blob/main/operator/src/test/resources/token-test-realm.yaml",
  ],
};
