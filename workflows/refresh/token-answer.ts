import type { Condition } from "../../definition";
import { requestTokenAction } from "./request-token";

/** Expression of a property of the token server's answer; null where it is absent. */
function answered(property: string): string {
  return `body('${requestTokenAction}')?['${property}']`;
}

export const accessToken = answered("access_token");
export const refreshToken = answered("refresh_token");
export const instanceUrl = answered("instance_url");
export const expiresIn = answered("expires_in");

/** Expression of an answer's property as text; empty where it is absent. */
export function textOf(property: string): string {
  return `coalesce(${property}, '')`;
}

/**
 * A condition that shows run history nothing but true or false: an If cannot hide its operands, so none of them may be
 * a secret. https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#obfuscate
 */
export function holds(expression: string): Condition {
  return { equals: [`@${expression}`, true] };
}

/** What Key Vault holds: https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const longestValue = 25_600;

/** Conditions of a text that can be stored: of the type string, not blank, and no longer than Key Vault takes. */
export function isStorable(property: string): readonly Condition[] {
  const text = textOf(property);
  return [
    holds(`not(empty(trim(string(${text}))))`),
    holds(`equals(string(${text}), ${text})`),
    holds(`lessOrEquals(length(string(${text})), ${longestValue})`),
  ];
}
