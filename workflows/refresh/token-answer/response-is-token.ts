import type { Condition } from "../../../definition";
import { isTrue, textOf } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import { isActive } from "./introspect-token";
import { accessToken, instanceUrl, isStorable, tokenType } from "./read-answer";
import { grants } from "../token-request/grants";
import { requestTokenAction } from "../token-request/request-token";
import { isRefreshTokenCancelled } from "./rotated-refresh-token";

/** Expression that is true if the token server answered with a status of success. */
const requestSucceeded = `equals(actions('${requestTokenAction}')['status'], 'Succeeded')`;

/** Expression that is true if the answer has a token of a type that Salesforce and others call `Bearer` (RFC 6750). */
const isBearer = `equals(${textOf(tokenType)}, 'bearer')`;

/**
 * Condition: the request succeeded, and the response has a usable token. Its text can be stored, it is a bearer token,
 * introspection does not report it inactive, no rotated refresh token is left unstored, and any `instance_url` to store is an https URL of an allowed host.
 */
export function responseIsToken(token: TokenSettings): Condition {
  return {
    and: [
      ...[requestSucceeded, ...isStorable(accessToken), isBearer].map(isTrue),
      ...(grants[token.grantType].rotates === undefined ? [] : [isTrue(`not(${isRefreshTokenCancelled})`)]),
      ...(token.introspectionUrl === undefined ? [] : [isTrue(isActive)]),
      ...(token.instanceUrl === "none" ? [] : allowedInstanceUrl(token.allowedInstanceUrlSuffixes)),
    ],
  };
}

function allowedInstanceUrl(suffixes: readonly string[]): readonly Condition[] {
  const url = `toLower(string(${textOf(instanceUrl)}))`;
  // Every condition is evaluated, and uriHost() fails on what is no URL.
  const host = `@toLower(uriHost(if(startsWith(${url}, 'https://'), ${url}, 'https://none')))`;
  return [
    { startsWith: [`@${url}`, "https://"] },
    {
      or: suffixes.flatMap((suffix) => [
        { equals: [host, suffix.toLowerCase()] },
        { endsWith: [host, `.${suffix.toLowerCase()}`] },
      ]),
    },
  ];
}
