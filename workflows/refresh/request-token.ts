import type { HttpAction, RunAfter } from "../../definition";
import { secured } from "../../definition";
import type { TokenSettings } from "../../settings";
import { secretValue } from "../vault/get-secret";
import { grants } from "./grants";
import { credentialActions } from "./read-credentials";

/** Name of the action that requests a token from the authorization server. */
export const requestTokenAction = "Request_token";

/** The token request of RFC 6749, with the client's credentials in its form body (section 2.3.1). */
export function requestToken(token: TokenSettings, runAfter: RunAfter): HttpAction {
  return {
    type: "Http",
    description: "Requests a token from the authorization server. Run history does not show the request or the answer.",
    runAfter,
    inputs: {
      method: "POST",
      // URL encodes braces, which Logic Apps would otherwise read as an expression.
      uri: new URL(token.tokenUrl).href,
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: formBody(token),
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

/** The client's credentials as form fields. RFC 6749, section 2.3.1. */
export function clientForm({ clientId }: TokenSettings): readonly string[] {
  const id = "value" in clientId ? encodeURIComponent(clientId.value) : encodedSecret(credentialActions.clientId);
  return [`client_id=${id}`, `client_secret=${encodedSecret(credentialActions.clientSecret)}`];
}

function formBody(token: TokenSettings): string {
  return [
    `grant_type=${token.grantType}`,
    ...clientForm(token),
    ...grants[token.grantType].formFields(token),
    ...(token.scope === undefined ? [] : [`scope=${encodeURIComponent(token.scope)}`]),
  ].join("&");
}

function encodedSecret(action: string): string {
  return `@{encodeUriComponent(${secretValue(action)})}`;
}
