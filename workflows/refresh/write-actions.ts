import type { SetSecretParameters } from "../../connector";
import { setSecretByConnector, setSecretByHttp } from "../../connector";
import type { Action, ApiConnectionAction, HttpAction, Leaf, RetryPolicy, RunAfter } from "../../definition";
import type { RefreshedToken } from "./refreshed-token";
import { disableSupersededVersion, previousVersionTag, replacedVersion } from "./superseded-version";
import { accessToken, instanceUrl } from "./token-answer";
import { tokenExpiry } from "./token-expiry";

/** Names of the actions that write what the token server answered. */
export const writeActions = { instanceUrl: "Set_instance_url", accessToken: "Set_secret" } as const;

/** Constants that the connector's action must carry. */
export type RelayQueries = Parameters<typeof setSecretByConnector>[0]["queries"];

/** How an access token and its instance URL are written. */
export type WritePath =
  | { readonly kind: "connector"; readonly queries: RelayQueries }
  | { readonly kind: "http"; readonly identity: Leaf | undefined };

/** By the one who writes: what stands behind, the relay or the vault, does not try again by itself. */
const retryPolicy: RetryPolicy = { type: "exponential", count: 4, interval: "PT5S" };

/** Stores the instance URL, where it has a secret of its own, then the token; then disables the version before last. */
export function storeToken(
  token: RefreshedToken,
  path: WritePath,
  identity: Leaf | undefined,
): Readonly<Record<string, Action>> {
  const { instanceUrlSecretName, disableSupersededVersions = false } = token;
  const instanceUrlActions =
    token.instanceUrl !== "secret" || instanceUrlSecretName === undefined
      ? {}
      : {
          [writeActions.instanceUrl]: setSecret(
            path,
            instanceUrlSecretName,
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
      Object.fromEntries(Object.keys(instanceUrlActions).map((action) => [action, ["Succeeded"] as const])),
    ),
    ...(disableSupersededVersions
      ? disableSupersededVersion(token.secretName, identity, { [writeActions.accessToken]: ["Succeeded"] })
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
    ? setSecretByConnector({ secretName, parameters, queries: path.queries, runAfter, retryPolicy })
    : setSecretByHttp({
        secretName,
        parameters,
        identity: path.identity,
        runAfter,
        retryPolicy,
        timeout: "PT30S",
      });
}
