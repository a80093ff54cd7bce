import type { AzureCaller } from "../../access";
import type { Condition, HttpAction } from "../../definition";
import { bodyAsObject, isTrue, textOf, unixTimeAfter } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import { getSecret } from "../vault/get-secret";
import { accessToken, instanceUrl } from "./token-answer/read-answer";
import { tokenExpiry } from "./token-answer/token-expiry";

/** Name of the action that reads the stored token. */
export const storedTokenAction = "Get_stored_token";

/** Name of the action whose branch requests a token, with `skipWhileFresh`. */
export const refreshIsDueAction = "Refresh_is_due";

/** Difference up to which two expiry times count as equal: servers count whole seconds, and responses take time. */
const sameExpirySeconds = 60;

/**
 * Reads the current version if an option needs it. Key Vault has no operation that returns only the attributes of the
 * current version: listing versions needs another permission and returns unordered pages.
 */
export function readStoredToken(token: TokenSettings, caller: AzureCaller): Readonly<Record<string, HttpAction>> {
  return readsStoredToken(token) ? { [storedTokenAction]: getSecret(token.secretName, caller) } : {};
}

/** Decides whether an option needs the current version. */
export function readsStoredToken(token: TokenSettings): boolean {
  return token.skipWhileFresh || token.disableSupersededVersions;
}

/** Expression of a property of the stored token; null if it is absent or the token could not be read. */
export function stored(...path: readonly string[]): string {
  return `${bodyAsObject(storedTokenAction)}${path.map((name) => `?['${name}']`).join("")}`;
}

const storedExpiry = `int(coalesce(${stored("attributes", "exp")}, 0))`;

/** Condition: the stored token expires before the next refresh plus the margin. One that could not be read has expired. */
export function refreshIsDue(token: TokenSettings): Condition {
  const seconds = (token.intervalMinutes + token.marginMinutes) * 60;
  return { and: [isTrue(`less(${storedExpiry}, ${unixTimeAfter("utcNow()", String(seconds))})`)] };
}

/** Condition: the response differs from the stored token in its value, its instance URL, or a later expiry. */
export function tokenChanged(token: TokenSettings): Condition {
  const differences = [
    `not(equals(${stored("value")}, ${accessToken}))`,
    `greater(${tokenExpiry(token)}, add(${storedExpiry}, ${sameExpirySeconds}))`,
    ...(token.instanceUrl === "tag"
      ? [`not(equals(coalesce(${stored("tags", "instance_url")}, ''), ${textOf(instanceUrl)}))`]
      : []),
  ];
  return { or: differences.map(isTrue) };
}
