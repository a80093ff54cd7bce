import type { HttpAction, RunAfter } from "../../../definition";
import { secured } from "../../../definition";
import { literalText } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import { authenticateClient } from "./authenticate-client";
import { endpointUri } from "./endpoint-uri";
import { grants } from "./grants";

/** Name of the action that requests a token from the authorization server. */
export const requestTokenAction = "Request_token";

/** The token request of RFC 6749, with the parameters and headers of the settings. */
export function requestToken(token: TokenSettings, runAfter: RunAfter): HttpAction {
  const client = authenticateClient(token);
  return {
    type: "Http",
    description: "Requests a token from the authorization server. Run history does not show the request or the answer.",
    runAfter,
    inputs: {
      method: "POST",
      uri: endpointUri(token.tokenUrl),
      headers: {
        Accept: "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
        ...mapValues(token.tokenRequestHeaders, literalText),
        ...client.headers,
      },
      body: [
        `grant_type=${token.grantType}`,
        ...client.formFields,
        ...grants[token.grantType].formFields(token),
        ...(token.scope === undefined ? [] : [`scope=${encodeURIComponent(token.scope)}`]),
        ...Object.entries(token.tokenRequestParameters).map(
          ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
        ),
      ].join("&"),
      retryPolicy: grants[token.grantType].isRepeatable
        ? { type: "exponential", count: 2, interval: "PT10S" }
        : { type: "none" },
    },
    // At most three requests, and 30 s between them; a server's Retry-After holds the run no longer than that.
    limit: { timeout: "PT5M" },
    // A server that answers 202 would otherwise be polled.
    operationOptions: "DisableAsyncPattern, SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: "PT60S" } },
  };
}

function mapValues(
  texts: Readonly<Record<string, string>>,
  map: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, map(text)]));
}
