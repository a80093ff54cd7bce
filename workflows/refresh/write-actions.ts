import type { SetSecretParameters } from "../../connector";
import { setSecretByConnector, setSecretByHttp } from "../../connector";
import type { Action, ApiConnectionAction, HttpAction, Leaf, RunAfter } from "../../definition";
import { credentialActions } from "./read-credentials";
import type { RefreshedToken } from "./refreshed-token";
import { accessToken, expiry, holds, instanceUrl, refreshToken, textOf } from "./token-answer";

/** Names of the actions that write to the vault. */
export const writeActions = {
  refreshToken: "Set_refresh_token",
  instanceUrl: "Set_instance_url",
  accessToken: "Set_secret",
} as const;

/** Constants that the connector's action must carry. */
export type RelayQueries = Parameters<typeof setSecretByConnector>[0]["queries"];

/** How an access token and its instance URL are written. */
export type WritePath =
  | { readonly kind: "connector"; readonly queries: RelayQueries }
  | { readonly kind: "http"; readonly identity: Leaf | undefined };

/** Stores the instance URL, where it has a secret of its own, and then the token. */
export function storeToken(token: RefreshedToken, path: WritePath): Readonly<Record<string, Action>> {
  const write = (secretName: string, parameters: SetSecretParameters, runAfter: RunAfter): Action =>
    setSecret(path, secretName, parameters, runAfter);
  const store = (runAfter: RunAfter): Action =>
    write(
      token.secretName,
      {
        value: `@${accessToken}`,
        contentType: "OAuth 2.0 access token",
        ...(token.instanceUrl === "tag" ? { tags: { instance_url: `@${instanceUrl}` } } : {}),
        attributes: { exp: expiry(token) },
      },
      runAfter,
    );
  if (token.instanceUrl !== "secret" || token.instanceUrlSecretName === undefined) {
    return { [writeActions.accessToken]: store({}) };
  }
  return {
    [writeActions.instanceUrl]: write(
      token.instanceUrlSecretName,
      { value: `@${instanceUrl}`, contentType: "OAuth 2.0 instance_url" },
      {},
    ),
    [writeActions.accessToken]: store({ [writeActions.instanceUrl]: ["Succeeded"] }),
  };
}

function setSecret(
  path: WritePath,
  secretName: string,
  parameters: SetSecretParameters,
  runAfter: RunAfter,
): ApiConnectionAction | HttpAction {
  if (path.kind === "connector") {
    return setSecretByConnector({
      secretName,
      parameters,
      queries: path.queries,
      runAfter,
      // The relay tries three times itself; more here would multiply.
      retryPolicy: { type: "fixed", count: 1, interval: "PT10S" },
    });
  }
  return setSecretByHttp({
    secretName,
    parameters,
    identity: path.identity,
    runAfter,
    retryPolicy: { type: "exponential", count: 4, interval: "PT5S" },
    timeout: "PT30S",
  });
}

/**
 * Stores a refresh token that the server rotated: by HTTP whatever the write path, since nothing may stand between
 * the exchange and its safe keeping.
 */
export function storeRotatedRefreshToken(secretName: string, identity: Leaf | undefined, runAfter: RunAfter): Action {
  return {
    type: "If",
    runAfter,
    expression: {
      and: [
        holds(`not(empty(${textOf(refreshToken)}))`),
        holds(`not(equals(${refreshToken}, body('${credentialActions.refreshToken}')['value']))`),
      ],
    },
    actions: {
      [writeActions.refreshToken]: setSecret(
        { kind: "http", identity },
        secretName,
        { value: `@${refreshToken}`, contentType: "OAuth 2.0 refresh token" },
        {},
      ),
    },
    else: { actions: {} },
  };
}
