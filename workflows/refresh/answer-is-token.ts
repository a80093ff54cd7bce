import type { Condition } from "../../definition";
import { introspected } from "./introspect-token";
import type { RefreshedToken } from "./refreshed-token";
import { accessToken, holds, instanceUrl, isStorable, textOf } from "./token-answer";
import { tokenExpiry, unixTimeIn } from "./token-expiry";

/**
 * Whether the answer, whatever its status, holds a token: a text that can be stored, a lifetime that is not over, an
 * introspection that does not call it dead, and where `instance_url` is kept, an https address of an allowed host.
 */
export function answerIsToken(token: RefreshedToken): Condition {
  return {
    and: [
      ...isStorable(accessToken),
      holds(`greater(${tokenExpiry(token)}, ${unixTimeIn("0")})`),
      ...(token.introspectionUrl === undefined
        ? []
        : [holds(`not(equals(coalesce(${introspected("active")}, true), false))`)]),
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
