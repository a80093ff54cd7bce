import type { Condition } from "../../definition";
import type { RefreshedToken } from "./refreshed-token";
import { requestTokenAction } from "./request-token";

/** Expression of a property of the token server's answer; null where it is absent. */
function answered(property: string): string {
  return `body('${requestTokenAction}')?['${property}']`;
}

export const accessToken = answered("access_token");
export const refreshToken = answered("refresh_token");
export const instanceUrl = answered("instance_url");

/** Expression of an answer's property as text; empty where it is absent. */
export function textOf(property: string): string {
  return `coalesce(${property}, '')`;
}

/**
 * Expression of the time at which the token expires, in Unix seconds: from `expires_in`, else from the assumed lifetime.
 *
 * Salesforce answers no `expires_in`.
 */
export function expiry(token: RefreshedToken): string {
  const seconds = `int(coalesce(${answered("expires_in")}, ${token.assumedLifetimeMinutes * 60}))`;
  return `@div(sub(ticks(addSeconds(utcNow(), ${seconds})), ticks('1970-01-01T00:00:00Z')), 10000000)`;
}

/**
 * A condition that shows run history nothing but true or false: an If cannot hide its operands, so none of them may be
 * a secret. https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#obfuscate
 */
export function holds(expression: string): Condition {
  return { equals: [`@${expression}`, true] };
}

/**
 * Whether the answer, whatever its status, holds a token: a text that is not empty, a lifetime that is not over, and
 * where `instance_url` is kept, an https address of an allowed host.
 */
export function answerIsToken(token: RefreshedToken): Condition {
  const text = textOf(accessToken);
  return {
    and: [
      holds(`not(empty(trim(string(${text}))))`),
      holds(`equals(string(${text}), ${text})`),
      { greater: [`@int(coalesce(${answered("expires_in")}, 1))`, 0] },
      ...(token.instanceUrl === "none" ? [] : allowedInstanceUrl(token.allowedInstanceUrlSuffixes)),
    ],
  };
}

function allowedInstanceUrl(suffixes: readonly string[]): readonly Condition[] {
  const host = `@toLower(uriHost(${textOf(instanceUrl)}))`;
  return [
    { startsWith: [`@toLower(${textOf(instanceUrl)})`, "https://"] },
    {
      or: suffixes.flatMap((suffix) => [
        { equals: [host, suffix.toLowerCase()] },
        { endsWith: [host, `.${suffix.toLowerCase()}`] },
      ]),
    },
  ];
}
