import type { Condition, HttpAction, Leaf } from "../../definition";
import { bodyAsObject } from "../../definition";
import { getSecret } from "./read-credentials";
import type { RefreshedToken } from "./refreshed-token";
import { accessToken, holds, instanceUrl, textOf } from "./token-answer";
import { tokenExpiry, unixTimeIn } from "./token-expiry";

/** Name of the action that reads the token that is stored. */
export const storedTokenAction = "Get_stored_token";

/** Tolerance within which two ends of a token are the same: a server counts whole seconds, and answers take some. */
const sameEndSeconds = 60;

/**
 * Reads the current version, if any option needs it. No operation of Key Vault answers the attributes of the current
 * version alone: listing versions needs a permission of its own, answers in pages and in no order.
 */
export function readStoredToken(
  token: RefreshedToken,
  identity: Leaf | undefined,
): Readonly<Record<string, HttpAction>> {
  return token.skipWhileFresh === true || token.disableSupersededVersions === true
    ? { [storedTokenAction]: getSecret(token.secretName, identity) }
    : {};
}

/** Expression of a property of the stored token; null where there is none, or it could not be read. */
export function stored(...path: readonly string[]): string {
  return `${bodyAsObject(storedTokenAction)}${path.map((name) => `?['${name}']`).join("")}`;
}

const storedEnd = `int(coalesce(${stored("attributes", "exp")}, 0))`;

/** Whether the stored token ends before the next refresh and the margin: one that could not be read counts as ended. */
export function refreshIsDue(token: RefreshedToken): Condition {
  const seconds = (token.intervalMinutes + (token.marginMinutes ?? 0)) * 60;
  return { and: [holds(`less(${storedEnd}, ${unixTimeIn(String(seconds))})`)] };
}

/** Whether the answer says anything new: another token, a later end, or another instance URL. */
export function answerIsNews(token: RefreshedToken): Condition {
  const same = [
    `equals(${stored("value")}, ${accessToken})`,
    `lessOrEquals(${tokenExpiry(token)}, add(${storedEnd}, ${sameEndSeconds}))`,
    ...(token.instanceUrl === "tag"
      ? [`equals(coalesce(${stored("tags", "instance_url")}, ''), ${textOf(instanceUrl)})`]
      : []),
  ];
  return { and: [holds(`not(and(${same.join(", ")}))`)] };
}
