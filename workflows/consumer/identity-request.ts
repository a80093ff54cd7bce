import { clouds, type Cloud } from "../../azure";
import type { AzureCaller } from "../../access";
import type { HttpAction, RetryPolicy, RunAfter } from "../../definition";
import { secured } from "../../definition";

/** A request that a consumer sends with its managed identity. */
export interface IdentityRequest {
  readonly description: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly uri: string;
  /** What has the audience of the identity's token, which is that of the service. */
  readonly audience: "resourceManager" | "serviceBusAudience";
  /** @default it runs first */
  readonly runAfter?: RunAfter;
  readonly retryPolicy: RetryPolicy;
  /** Timeout of each request, an ISO 8601 duration. */
  readonly requestTimeout: string;
  /** Time limit of the action with its retries, an ISO 8601 duration. */
  readonly timeout: string;
}

/** An HTTP action that waits for no asynchronous answer and shows nothing in run history. */
export function identityRequest(request: IdentityRequest, caller: AzureCaller): HttpAction {
  const { identity } = caller;
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
        audience: cloudOf(caller)[audience],
        ...(identity === undefined ? {} : { identity }),
      },
      retryPolicy,
    },
    limit: { timeout },
    operationOptions: "DisableAsyncPattern, SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: requestTimeout } },
  };
}

/** The cloud whose services a consumer calls. */
export function cloudOf({ cloud = "public" }: AzureCaller): Cloud {
  return clouds[cloud];
}
