import { parseSettings } from "../../settings/parse/parse-settings";
import { SettingsError } from "../../settings/problems/settings-error";

/** The least that a token needs. */
export const leastToken = {
  secretName: "salesforce-token",
  tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
  clientId: "example-client",
  clientSecretName: "salesforce-client-secret",
};

/** A token of its own names, by the grant refresh_token. */
export const refreshToken = {
  secretName: "other-token",
  grantType: "refresh_token",
  tokenUrl: "https://login.example.com/oauth2/token",
  clientIdSecretName: "other-client-id",
  clientSecretName: "other-client-secret",
  refreshTokenSecretName: "other-refresh-token",
};

/** Every problem as `path: message`; none when the settings are good. */
export function problemsOf(raw: Readonly<Record<string, unknown>>): string[] {
  try {
    parseSettings(raw);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

/** Problems of a stack of these tokens, with changes to the first one. */
export function problemsOfToken(changes: Readonly<Record<string, unknown>>): string[] {
  return problemsOf({ tokens: [{ ...leastToken, ...changes }] });
}
