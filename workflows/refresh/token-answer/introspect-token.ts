import type { HttpAction, RunAfter, SelectAction } from "../../../definition";
import { secured } from "../../../definition";
import { answerAsJson, textOf, unixTimeAfter } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import { authenticateClient } from "../token-request/authenticate-client";
import { endpointUri } from "../token-request/endpoint-uri";
import { accessToken } from "./read-answer";
import { requestTokenAction } from "../token-request/request-token";

/** Name of the action that queries the expiry of a token. */
export const introspectTokenAction = "Introspect_token";

/** Name of the action that reads the response to {@link introspectToken}. */
export const readIntrospectionAction = "Read_introspection";

/**
 * Queries the authorization server about a new token (RFC 7662), once: the expiry has other sources, and a server that
 * asks for a long wait before a retry must not keep the token from being stored.
 */
export function introspectToken(token: TokenSettings, introspectionUrl: string, runAfter: RunAfter): HttpAction {
  const client = authenticateClient(token);
  return {
    type: "Http",
    description: "Asks the authorization server until when the new token is valid, and whether it is active.",
    runAfter,
    inputs: {
      method: "POST",
      uri: endpointUri(introspectionUrl),
      headers: {
        Accept: "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
        ...client.headers,
      },
      body: [
        `token=@{encodeUriComponent(${textOf(accessToken)})}`,
        "token_type_hint=access_token",
        ...client.formFields,
      ].join("&"),
      retryPolicy: { type: "none" },
    },
    limit: { timeout: "PT60S" },
    operationOptions: "DisableAsyncPattern, SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: "PT30S" } },
  };
}

/** Reads the response: whether the token is active, and its lifetime in seconds from the token request on. */
export function readIntrospection(runAfter: RunAfter): SelectAction {
  const exp = "take(split(string(coalesce(item()?['exp'], '')), '.')[0], 15)";
  const requested = unixTimeAfter(`actions('${requestTokenAction}')['startTime']`, "0");
  return {
    type: "Select",
    description: "Reads whether the token is active and how long it is valid. Run history does not show the answer.",
    runAfter,
    inputs: {
      from: `@createArray(${answerAsJson(introspectTokenAction)})`,
      select: {
        active: "@toLower(string(coalesce(item()?['active'], 'true')))",
        lifetime: `@sub(int(if(isInt(${exp}), ${exp}, '0')), ${requested})`,
      },
    },
    runtimeConfiguration: secured,
  };
}

function introspected(property: string): string {
  return `body('${readIntrospectionAction}')?[0]?['${property}']`;
}

/** Expression that is false if the server says that the token is not active. */
export const isActive = `equals(coalesce(${introspected("active")}, 'true'), 'true')`;

/** Expression of the lifetime in seconds; not positive if it is unknown. */
export const introspectedLifetime = `coalesce(${introspected("lifetime")}, 0)`;
