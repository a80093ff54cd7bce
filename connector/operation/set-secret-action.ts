import type { ApiConnectionAction, HttpAction, Leaf, RetryPolicy, RunAfter } from "../../definition";
import { secured } from "../../definition";
import type { VaultRequest } from "../../access";
import { vaultRequest } from "../../access";
import type { relayQueries } from "./set-secret-document";
import { setSecretPath } from "./set-secret-document";

/** Body of Set Secret; each leaf may be an expression. Times are in Unix seconds. */
export interface SetSecretParameters {
  readonly value: string;
  readonly contentType?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly attributes?:
    { readonly enabled?: boolean; readonly nbf?: number | string; readonly exp?: number | string } | string;
}

/** Name of the connection among a workflow's `$connections`. */
export const connectionKey = "keyvaultsecrets";

/** A Set secret call through the connector. */
export interface ConnectorRequest {
  /** One sentence, which the designer shows. */
  readonly description: string;
  /** The secret's name, literal. */
  readonly secretName: string;
  readonly parameters: SetSecretParameters;
  /** Constants of the relay's address. The runtime does not add them, so the action must have them. */
  readonly queries: Readonly<Record<(typeof relayQueries)[number], Leaf>>;
  readonly runAfter: RunAfter;
  readonly retryPolicy: RetryPolicy;
  /** Time limit of the action with its retries, an ISO 8601 duration: a long `Retry-After` would hold the run without one. */
  readonly timeout: string;
}

/** The connector's Set secret action, in the form that the designer saves. */
export function setSecretByConnector(request: ConnectorRequest): ApiConnectionAction {
  const { description, secretName, parameters, queries, runAfter, retryPolicy, timeout } = request;
  return {
    type: "ApiConnection",
    description,
    runAfter,
    inputs: {
      host: { connection: { name: `@parameters('$connections')['${connectionKey}']['connectionId']` } },
      method: "put",
      path: setSecretPath.replace("{secret-name}", `@{encodeURIComponent('${secretName}')}`),
      queries,
      body: parameters,
      retryPolicy,
    },
    limit: { timeout },
    runtimeConfiguration: secured,
  };
}

/** Set Secret by HTTP with the workflow's own identity. `parameters` may be one expression for the whole body. */
export function setSecretByHttp(
  request: Omit<VaultRequest, "operation" | "body"> & { readonly parameters: SetSecretParameters | string },
): HttpAction {
  const { parameters, ...rest } = request;
  return vaultRequest({ ...rest, operation: { method: "PUT", path: setSecretPath }, body: parameters });
}
