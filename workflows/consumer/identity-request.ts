import type { HttpAction, Leaf, RetryPolicy, RunAfter } from "../../definition";
import { secured } from "../../definition";

/** A request that a consumer sends with its managed identity. */
export interface IdentityRequest {
  readonly description: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly uri: string;
  /** Whom the identity's token is for. */
  readonly audience: string;
  /** @default it runs first */
  readonly runAfter?: RunAfter;
  readonly retryPolicy: RetryPolicy;
  /** Timeout of each request, an ISO 8601 duration. */
  readonly requestTimeout: string;
  /** Time limit of the action with its retries, an ISO 8601 duration. */
  readonly timeout: string;
}

/**
 * An HTTP action that waits for no asynchronous answer and shows nothing in run history.
 *
 * @param identity resource ID of the user-assigned identity; `undefined` for the system-assigned one
 */
export function identityRequest(request: IdentityRequest, identity: Leaf | undefined): HttpAction {
  const { description, method, uri, audience, runAfter = {}, retryPolicy, requestTimeout, timeout } = request;
  return {
    type: "Http",
    description,
    runAfter,
    inputs: {
      method,
      uri,
      authentication: {
        type: "ManagedServiceIdentity",
        audience,
        ...(identity === undefined ? {} : { identity }),
      },
      retryPolicy,
    },
    limit: { timeout },
    operationOptions: "DisableAsyncPattern, SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: requestTimeout } },
  };
}
