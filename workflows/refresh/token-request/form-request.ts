import type { HttpAction, RetryPolicy, RunAfter } from "../../../definition";
import { secured } from "../../../definition";
import type { ClientAuthentication } from "./authenticate-client";
import { endpointUri } from "./endpoint-uri";

/** A request to an endpoint of an authorization server. */
export interface FormRequest {
  /** One sentence, which the designer shows. */
  readonly description: string;
  readonly url: string;
  readonly client: ClientAuthentication;
  /** Further headers. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** Form fields, already encoded, that come before those of the client and after them. */
  readonly fields: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly runAfter: RunAfter;
  readonly retryPolicy: RetryPolicy;
  /** Timeout of each request, an ISO 8601 duration. */
  readonly requestTimeout: string;
  /** Time limit of the action with its retries, an ISO 8601 duration. */
  readonly timeout: string;
}

/** An HTTP action that posts a form to an authorization server, with the client's credentials. */
export function formRequest(request: FormRequest): HttpAction {
  const { description, url, client, headers, fields, runAfter, retryPolicy, requestTimeout, timeout } = request;
  return {
    type: "Http",
    description,
    runAfter,
    inputs: {
      method: "POST",
      uri: endpointUri(url),
      headers: {
        Accept: "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
        ...headers,
        ...client.headers,
      },
      body: [...fields.before, ...client.formFields, ...fields.after].join("&"),
      retryPolicy,
    },
    limit: { timeout },
    // A server that answers 202 would otherwise be polled.
    operationOptions: "DisableAsyncPattern, SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: requestTimeout } },
  };
}
