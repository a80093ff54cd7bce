import type { Condition } from "../../definition";
import { isTrue, textOf, unixTimeIn } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import { introspected } from "./introspect-token";
import { accessToken, instanceUrl, isStorable } from "./token-response";
import { tokenExpiry } from "./token-expiry";

/**
 * Condition: the response, whatever its status, has a usable token. Its text can be stored, it has not expired,
 * introspection does not report it inactive, and any `instance_url` to store is an https URL of an allowed host.
 */
export function responseIsToken(token: TokenSettings): Condition {
  return {
    and: [
      ...isStorable(accessToken),
      isTrue(`greater(${tokenExpiry(token)}, ${unixTimeIn("0")})`),
      ...(token.introspectionUrl === undefined
        ? []
        : [isTrue(`not(equals(coalesce(${introspected("active")}, true), false))`)]),
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
