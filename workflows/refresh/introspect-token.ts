import type { HttpAction, RunAfter } from "../../definition";
import { bodyAsObject, secured } from "../../definition";
import type { RefreshedToken } from "./refreshed-token";
import { clientForm } from "./request-token";
import { accessToken, textOf } from "./token-answer";

/** Name of the action that asks how long a token lives. */
export const introspectTokenAction = "Introspect_token";

/** Asks the authorization server about the token that it gave. RFC 7662; it changes nothing, so it may be repeated. */
export function introspectToken(token: RefreshedToken, introspectionUrl: string, runAfter: RunAfter): HttpAction {
  return {
    type: "Http",
    runAfter,
    inputs: {
      method: "POST",
      uri: new URL(introspectionUrl).href,
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: [
        `token=@{encodeUriComponent(${textOf(accessToken)})}`,
        "token_type_hint=access_token",
        ...clientForm(token),
      ].join("&"),
      retryPolicy: { type: "fixed", count: 1, interval: "PT5S" },
    },
    limit: { timeout: "PT30S" },
    operationOptions: "SuppressWorkflowHeaders",
    runtimeConfiguration: secured,
  };
}

/** Expression of a property of the introspection's answer; null where it gave none. */
export function introspected(property: string): string {
  return `${bodyAsObject(introspectTokenAction)}?['${property}']`;
}
