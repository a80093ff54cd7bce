import type { Condition } from "../../../definition";
import { isTrue, textOf } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import { isAllowedInstanceUrl } from "../../allowed-instance-url";
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
      ...(token.instanceUrl === "none" ? [] : isAllowedInstanceUrl(instanceUrl, token.allowedInstanceUrlSuffixes)),
    ],
  };
}
