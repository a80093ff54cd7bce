import type { HttpAction, RunAfter } from "../../definition";
import { secured } from "../../definition";
import { credentialActions } from "./read-credentials";
import type { RefreshedToken } from "./refreshed-token";

/** Name of the action that asks the authorization server for a token. */
export const requestTokenAction = "Request_token";

/** The token request of RFC 6749, with the client's credentials in its form body (section 2.3.1). */
export function requestToken(token: RefreshedToken, runAfter: RunAfter): HttpAction {
  return {
    type: "Http",
    runAfter,
    inputs: {
      method: "POST",
      // As URL writes it, no brace is left that Logic Apps would take for an expression.
      uri: new URL(token.tokenUrl).href,
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: formBody(token),
      retryPolicy:
        token.grantType === "refresh_token"
          ? // A request that timed out may have rotated the refresh token, and using an old one revokes them all.
            { type: "none" }
          : { type: "exponential", count: 2, interval: "PT10S" },
    },
    limit: { timeout: "PT60S" },
    operationOptions: "SuppressWorkflowHeaders",
    runtimeConfiguration: secured,
  };
}

/** The client's credentials, as parts of a form body. RFC 6749, section 2.3.1. */
export function clientForm(token: RefreshedToken): readonly string[] {
  const clientId =
    "value" in token.clientId ? encodeURIComponent(token.clientId.value) : secretValue(credentialActions.clientId);
  return [`client_id=${clientId}`, `client_secret=${secretValue(credentialActions.clientSecret)}`];
}

function formBody(token: RefreshedToken): string {
  return [
    `grant_type=${token.grantType}`,
    ...clientForm(token),
    ...(token.grantType === "refresh_token" ? [`refresh_token=${secretValue(credentialActions.refreshToken)}`] : []),
    ...(token.scope === undefined ? [] : [`scope=${encodeURIComponent(token.scope)}`]),
  ].join("&");
}

function secretValue(action: string): string {
  return `@{encodeUriComponent(body('${action}')['value'])}`;
}
