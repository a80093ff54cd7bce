import type { HttpAction, RunAfter } from "../../definition";
import { secured } from "../../definition";
import { bodyAsObject, textOf } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import { clientForm } from "./request-token";
import { accessToken } from "./token-response";

/** Name of the action that queries the expiry of a token. */
export const introspectTokenAction = "Introspect_token";

/**
 * Queries the authorization server about a new token (RFC 7662), once: the expiry has other sources, and a server that
 * asks for a long wait before a retry must not keep the token from being stored.
 */
export function introspectToken(token: TokenSettings, introspectionUrl: string, runAfter: RunAfter): HttpAction {
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
      retryPolicy: { type: "none" },
    },
    limit: { timeout: "PT60S" },
    operationOptions: "SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: "PT30S" } },
  };
}

/** Expression of a property of the introspection response; null if absent. */
export function introspected(property: string): string {
  return `${bodyAsObject(introspectTokenAction)}?['${property}']`;
}
