import { vaultRequest } from "../../access";
import { secretOperations } from "../../azure";
import type { HttpAction, Leaf } from "../../definition";
import type { RefreshedToken } from "./refreshed-token";

/** Names of the actions that read the client's credentials. */
export const credentialActions = {
  clientId: "Get_client_id",
  clientSecret: "Get_client_secret",
  refreshToken: "Get_refresh_token",
} as const;

/** One action for each credential that lies in the vault, side by side. */
export function readCredentials(
  token: RefreshedToken,
  identity: Leaf | undefined,
): Readonly<Record<string, HttpAction>> {
  return {
    ...("secretName" in token.clientId
      ? { [credentialActions.clientId]: getSecret(token.clientId.secretName, identity) }
      : {}),
    [credentialActions.clientSecret]: getSecret(token.clientSecretName, identity),
    ...(token.grantType === "refresh_token" && token.refreshTokenSecretName !== undefined
      ? { [credentialActions.refreshToken]: getSecret(token.refreshTokenSecretName, identity) }
      : {}),
  };
}

/** Reads the current version of a secret. */
export function getSecret(secretName: string, identity: Leaf | undefined): HttpAction {
  return vaultRequest({
    operation: secretOperations.GetSecret,
    secretName,
    identity,
    runAfter: {},
    retryPolicy: { type: "exponential", count: 4, interval: "PT5S" },
    timeout: "PT30S",
  });
}
