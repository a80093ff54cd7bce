import type { SetSecretParameters } from "../../connector";
import { setSecretByConnector, setSecretByHttp } from "../../connector";
import type { AzureCaller } from "../../access";
import type { Action, Actions, RunAfter } from "../../definition";
import { afterSuccess } from "../../definition/building";
import { instanceUrlSecretName, type TokenSettings } from "../../settings";
import { failOnVaultError } from "../vault/vault-failure";
import { vaultRetries } from "../vault/vault-retries";
import { disableSupersededVersion, previousVersionTag, replacedVersion } from "./superseded-version";
import { accessToken, instanceUrl } from "./token-answer/read-answer";
import { tokenExpiry } from "./token-answer/token-expiry";

/** Names of the actions that write the token response to the vault. */
export const writeActions = { instanceUrl: "Set_instance_url", accessToken: "Set_secret" } as const;

/** Constants that the connector's action must carry. */
export type RelayQueries = Parameters<typeof setSecretByConnector>[0]["queries"];

/** How an access token and its instance URL are written. */
export type WritePath = { readonly kind: "connector"; readonly queries: RelayQueries } | { readonly kind: "http" };

/** How a token is written, and who writes it. */
type Writer = AzureCaller & { readonly write: WritePath };

/** Stores the instance URL if it has a separate secret, then the token; then disables the version before last. */
export function storeToken(token: TokenSettings, writer: Writer, runAfter: RunAfter): Readonly<Record<string, Action>> {
  const { disableSupersededVersions } = token;
  const instanceUrlSecret = instanceUrlSecretName(token);
  const instanceUrlActions =
    instanceUrlSecret === undefined
      ? {}
      : {
          ...setSecret(
            writer,
            { action: writeActions.instanceUrl, what: "instance URL", secretName: instanceUrlSecret },
            { value: `@${instanceUrl}`, contentType: "OAuth 2.0 instance_url" },
            runAfter,
          ),
        };
  const tags = {
    ...(token.instanceUrl === "tag" ? { instance_url: `@${instanceUrl}` } : {}),
    ...(disableSupersededVersions ? { [previousVersionTag]: `@${replacedVersion}` } : {}),
  };
  return {
    ...instanceUrlActions,
    ...setSecret(
      writer,
      { action: writeActions.accessToken, what: "token", secretName: token.secretName },
      {
        value: `@${accessToken}`,
        contentType: "OAuth 2.0 access token",
        ...(Object.keys(tags).length === 0 ? {} : { tags }),
        attributes: { exp: `@${tokenExpiry(token)}` },
      },
      instanceUrlSecret === undefined ? runAfter : afterSuccess([writeActions.instanceUrl]),
    ),
    ...(disableSupersededVersions
      ? disableSupersededVersion(token.secretName, writer, afterSuccess([writeActions.accessToken]))
      : {}),
  };
}

/** Five requests of at most 120 s, which the relay has to respond, and 75 s between them. */
const connectorTimeout = "PT12M";

/** The action that writes a secret, and those that end the run if it fails. */
function setSecret(
  { write: path, identity, cloud }: Writer,
  { action, what, secretName }: { readonly action: string; readonly what: string; readonly secretName: string },
  parameters: SetSecretParameters,
  runAfter: RunAfter,
): Actions {
  const request = { description: `Stores the ${what} in the secret ${secretName}.`, secretName, parameters, runAfter };
  return {
    [action]:
      path.kind === "connector"
        ? // The relay and the vault behind it do not retry themselves.
          setSecretByConnector({
            ...request,
            queries: path.queries,
            retryPolicy: vaultRetries.retryPolicy,
            timeout: connectorTimeout,
          })
        : setSecretByHttp({ ...request, identity, cloud, ...vaultRetries }),
    ...failOnVaultError(action, { does: `did not store the ${what}` }),
  };
}
