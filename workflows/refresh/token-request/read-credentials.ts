import type { AzureCaller } from "../../../access";
import type { HttpAction } from "../../../definition";
import type { TokenSettings } from "../../../settings";
import { getSecret } from "../../vault/get-secret";
import { grants } from "./grants";

/** Names of the actions that read the client's credentials. */
export const credentialActions = { clientId: "Get_client_id", clientSecret: "Get_client_secret" } as const;

/** Names of the vault secrets that hold a token's credentials, by the name of the action that reads each. */
export function credentialSecrets(token: TokenSettings): Readonly<Record<string, string>> {
  return {
    ...("secretName" in token.clientId ? { [credentialActions.clientId]: token.clientId.secretName } : {}),
    [credentialActions.clientSecret]: token.clientSecretName,
    ...grants[token.grantType].credentials(token),
  };
}

/** Reads each credential from the vault, in parallel. */
export function readCredentials(token: TokenSettings, caller: AzureCaller): Readonly<Record<string, HttpAction>> {
  return Object.fromEntries(
    Object.entries(credentialSecrets(token)).map(([action, secretName]) => [action, getSecret(secretName, caller)]),
  );
}
