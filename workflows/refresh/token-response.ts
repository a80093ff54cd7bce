import type { Condition } from "../../definition";
import { isTrue, textOf } from "../../definition/building";
import { requestTokenAction } from "./request-token";

/** Expression of a property of the token response; null if absent. */
function responseProperty(property: string): string {
  return `body('${requestTokenAction}')?['${property}']`;
}

export const accessToken = responseProperty("access_token");
export const refreshToken = responseProperty("refresh_token");
export const instanceUrl = responseProperty("instance_url");
export const expiresIn = responseProperty("expires_in");

/** Longest secret value in Key Vault, in characters: https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const longestValue = 25_600;

/** Conditions: the property is a string that is not blank and not longer than Key Vault allows. */
export function isStorable(property: string): readonly Condition[] {
  const text = textOf(property);
  return [
    isTrue(`not(empty(trim(string(${text}))))`),
    isTrue(`equals(string(${text}), ${text})`),
    isTrue(`lessOrEquals(length(string(${text})), ${longestValue})`),
  ];
}
