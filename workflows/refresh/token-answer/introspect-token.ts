import type { HttpAction, RunAfter, SelectAction } from "../../../definition";
import { secured } from "../../../definition";
import { answerAsJson, textOf, unixTimeAfter, wholeNumberIn } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import { authenticateClient } from "../token-request/authenticate-client";
import { accessToken } from "./read-answer";
import { formRequest } from "../token-request/form-request";
import { requestTime } from "../token-request/request-token";

/** Name of the action that queries the expiry of a token. */
export const introspectTokenAction = "Introspect_token";

/** Name of the action that reads the response to {@link introspectToken}. */
export const readIntrospectionAction = "Read_introspection";

/**
 * Queries the authorization server about a new token (RFC 7662), once: the expiry has other sources, and a server that
 * asks for a long wait before a retry must not keep the token from being stored.
 */
export function introspectToken(token: TokenSettings, introspectionUrl: string, runAfter: RunAfter): HttpAction {
  return formRequest({
    description: "Asks the authorization server until when the new token is valid, and whether it is active.",
    url: introspectionUrl,
    client: authenticateClient(token),
    fields: {
      before: [`token=@{encodeUriComponent(${textOf(accessToken)})}`, "token_type_hint=access_token"],
      after: [],
    },
    runAfter,
    retryPolicy: { type: "none" },
    requestTimeout: "PT30S",
    timeout: "PT60S",
  });
}

/** Reads the response: whether the token is active, and its lifetime in seconds from the token request on. */
export function readIntrospection(runAfter: RunAfter): SelectAction {
  return {
    type: "Select",
    description: "Reads whether the token is active and how long it is valid. Run history does not show the answer.",
    runAfter,
    inputs: {
      from: `@createArray(${answerAsJson(introspectTokenAction)})`,
      select: {
        active: "@toLower(string(coalesce(item()?['active'], 'true')))",
        lifetime: `@sub(${wholeNumberIn("item()?['exp']")}, ${unixTimeAfter(requestTime, "0")})`,
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
