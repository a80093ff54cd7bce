import { project } from "../local/run/project";

/** A stack's configuration as the engine hands it to the program: full keys, lists and objects as JSON. */
export function stackConfiguration(
  settings: Readonly<Record<string, unknown>>,
  azureNative: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(Object.entries(azureNative).map(([key, value]) => [`azure-native:${key}`, value])),
    ...Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [
        `${project}:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    ),
  };
}

/** A token by client credentials, with the four keys that it needs. */
export const leastToken = {
  secretName: "crm-token",
  tokenUrl: "https://login.example.com/oauth2/token",
  clientId: "crm-client",
  clientSecretName: "crm-client-secret",
};

/** A token by refresh token, with the keys that it needs. */
export const leastRefreshToken = {
  secretName: "erp-token",
  grantType: "refresh_token",
  tokenUrl: "https://auth.example.org/token",
  clientId: "erp-client",
  clientSecretName: "erp-client-secret",
  refreshTokenSecretName: "erp-refresh-token",
};
