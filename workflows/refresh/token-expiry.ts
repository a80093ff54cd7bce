import { introspected } from "./introspect-token";
import { jwtExpiry } from "./jwt-expiry";
import type { RefreshedToken } from "./refreshed-token";
import { accessToken, expiresIn, textOf } from "./token-answer";

/** Expression of the Unix time, in whole seconds, that comes after so many seconds. */
export function unixTimeIn(seconds: string): string {
  return `div(sub(ticks(addSeconds(utcNow(), ${seconds})), ticks('1970-01-01T00:00:00Z')), 10000000)`;
}

/**
 * Expression of the Unix time at which the token ends: from `expires_in`, else from introspection, else from the token
 * itself where it is a JWT, else from the assumed lifetime. Salesforce answers no `expires_in`.
 *
 * Each source gives a text, empty where it says nothing, and the first word counts: an `if` for each would repeat all.
 */
export function tokenExpiry(token: RefreshedToken): string {
  const sources = [
    `if(empty(string(${textOf(expiresIn)})), '', string(${unixTimeIn(`int(coalesce(${expiresIn}, 0))`)}))`,
    ...(token.introspectionUrl === undefined ? [] : [wholeNumber(`string(coalesce(${introspected("exp")}, ''))`)]),
    wholeNumber(jwtExpiry(`string(${textOf(accessToken)})`)),
    `string(${unixTimeIn(String(token.assumedLifetimeMinutes * 60))})`,
  ];
  return `int(first(split(trim(concat(${sources.join(", ' ', ")})), ' ')))`;
}

function wholeNumber(text: string): string {
  return `if(isInt(${text}), ${text}, '')`;
}
