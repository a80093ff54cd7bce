import { bodyAsObject } from "../../definition";
import { credentialActions } from "./read-credentials";
import type { RefreshedToken } from "./refreshed-token";
import { requestTokenAction } from "./request-token";
import { writeActions } from "./write-actions";

/** Errors of a token request that have a remedy of their own. RFC 6749, section 5.2. */
const oauthErrors = ["invalid_client", "invalid_grant", "unauthorized_client", "invalid_scope"] as const;

/**
 * Expression of the class of a failure: a choice among literals by statuses and comparisons, so that nothing of an
 * answer gets into the run's error.
 *
 * Both branches of `if` must be computable whatever happened: an action that was skipped has no outputs.
 */
export function failureCode(token: RefreshedToken): string {
  const reads = [
    ...("secretName" in token.clientId ? [credentialActions.clientId] : []),
    credentialActions.clientSecret,
    ...(token.grantType === "refresh_token" ? [credentialActions.refreshToken] : []),
  ];
  const cases: [condition: string, code: string][] = [
    ...reads.map((action): [string, string] => [failed(action), vaultFailure(action, "CredentialNotFound")]),
    [failed(requestTokenAction), tokenRequestFailure()],
    ...(token.grantType === "refresh_token"
      ? [[failed(writeActions.refreshToken), "'RotatedRefreshTokenNotStored'"] satisfies [string, string]]
      : []),
    ...(token.instanceUrl === "secret"
      ? [[failed(writeActions.instanceUrl), vaultFailure(writeActions.instanceUrl)] satisfies [string, string]]
      : []),
    [failed(writeActions.accessToken), vaultFailure(writeActions.accessToken)],
  ];
  return `@${choose(cases, "'BadAnswer'")}`;
}

/** Nested `if`: the code of the first condition that holds. */
function choose(cases: readonly [condition: string, code: string][], otherwise: string): string {
  return cases.reduceRight((rest, [condition, code]) => `if(${condition}, ${code}, ${rest})`, otherwise);
}

function failed(action: string): string {
  return `contains(createArray('Failed', 'TimedOut'), coalesce(actions('${action}')?['status'], ''))`;
}

/** @param notFound class of status 404, where it means more than that the vault is not there */
function vaultFailure(action: string, notFound = "VaultUnavailable"): string {
  const statusIs = (status: number): string => `equals(outputs('${action}')?['statusCode'], ${status})`;
  return choose(
    [
      [statusIs(401), "'VaultForbidden'"],
      [statusIs(403), "'VaultForbidden'"],
      [statusIs(404), `'${notFound}'`],
      [statusIs(409), "'VaultConflict'"],
      [statusIs(429), "'VaultThrottled'"],
    ],
    "'VaultUnavailable'",
  );
}

function tokenRequestFailure(): string {
  const error = `${bodyAsObject(requestTokenAction)}?['error']`;
  const status = `outputs('${requestTokenAction}')?['statusCode']`;
  return choose(
    [
      ...oauthErrors.map((code): [string, string] => [`equals(${error}, '${code}')`, `'${code}'`]),
      [`equals(${status}, 429)`, "'TokenServerRateLimit'"],
      [
        `and(greaterOrEquals(coalesce(${status}, 500), 400), less(coalesce(${status}, 500), 500))`,
        "'TokenRequestRefused'",
      ],
    ],
    "'TokenServerUnavailable'",
  );
}
