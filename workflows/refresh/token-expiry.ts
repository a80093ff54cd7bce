import { textOf, unixTimeIn } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import { introspected } from "./introspect-token";
import { jwtExpiry } from "./jwt-expiry";
import { accessToken, expiresIn } from "./token-response";

/**
 * Expression of the Unix time at which the token expires: from `expires_in`, else from introspection, else from the token
 * itself if it is a JWT, else from the assumed lifetime. Salesforce sends no `expires_in`.
 *
 * Each source gives text, empty if it has no expiry, and the first word is used. Nested `if`s would repeat every source.
 */
export function tokenExpiry(token: TokenSettings): string {
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
