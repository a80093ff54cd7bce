import type { SetSecretParameters } from "../../connector";
import { setSecretByConnector, setSecretByHttp } from "../../connector";
import type { Action, ApiConnectionAction, HttpAction, Leaf, RunAfter } from "../../definition";
import { afterSuccess } from "../../definition/building";
import { instanceUrlSecretName, type TokenSettings } from "../../settings";
import { vaultRetries } from "../vault/vault-retries";
import { disableSupersededVersion, previousVersionTag, replacedVersion } from "./superseded-version";
import { accessToken, instanceUrl } from "./token-response";
import { tokenExpiry } from "./token-expiry";

/** Names of the actions that write the token response to the vault. */
export const writeActions = { instanceUrl: "Set_instance_url", accessToken: "Set_secret" } as const;

/** Constants that the connector's action must carry. */
export type RelayQueries = Parameters<typeof setSecretByConnector>[0]["queries"];

/** How an access token and its instance URL are written. */
export type WritePath =
  | { readonly kind: "connector"; readonly queries: RelayQueries }
  | { readonly kind: "http"; readonly identity: Leaf | undefined };

/** Stores the instance URL if it has a separate secret, then the token; then disables the version before last. */
export function storeToken(
  token: TokenSettings,
  path: WritePath,
  identity: Leaf | undefined,
): Readonly<Record<string, Action>> {
  const { disableSupersededVersions } = token;
  const instanceUrlSecret = instanceUrlSecretName(token);
  const instanceUrlActions =
    instanceUrlSecret === undefined
      ? {}
      : {
          [writeActions.instanceUrl]: setSecret(
            path,
            instanceUrlSecret,
            { value: `@${instanceUrl}`, contentType: "OAuth 2.0 instance_url" },
            {},
          ),
        };
  const tags = {
    ...(token.instanceUrl === "tag" ? { instance_url: `@${instanceUrl}` } : {}),
    ...(disableSupersededVersions ? { [previousVersionTag]: `@${replacedVersion}` } : {}),
  };
  return {
    ...instanceUrlActions,
    [writeActions.accessToken]: setSecret(
      path,
      token.secretName,
      {
        value: `@${accessToken}`,
        contentType: "OAuth 2.0 access token",
        ...(Object.keys(tags).length === 0 ? {} : { tags }),
        attributes: { exp: `@${tokenExpiry(token)}` },
      },
      afterSuccess(Object.keys(instanceUrlActions)),
    ),
    ...(disableSupersededVersions
      ? disableSupersededVersion(token.secretName, identity, afterSuccess([writeActions.accessToken]))
      : {}),
  };
}

function setSecret(
  path: WritePath,
  secretName: string,
  parameters: SetSecretParameters,
  runAfter: RunAfter,
): ApiConnectionAction | HttpAction {
  return path.kind === "connector"
    ? // The relay and the vault behind it do not retry themselves.
      setSecretByConnector({
        secretName,
        parameters,
        queries: path.queries,
        runAfter,
        retryPolicy: vaultRetries.retryPolicy,
      })
    : setSecretByHttp({
        secretName,
        parameters,
        identity: path.identity,
        runAfter,
        ...vaultRetries,
      });
}
