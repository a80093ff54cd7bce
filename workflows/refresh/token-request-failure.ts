import { bodyAsObject } from "../../definition";
import { choose, chooseClass } from "./choose-class";
import { requestTokenAction } from "./request-token";

/** Errors of a token request that have a remedy of their own. RFC 6749, section 5.2. */
const oauthErrors = ["invalid_client", "unauthorized_client", "invalid_scope"] as const;

/**
 * Expression of the class of a token request that failed.
 *
 * Salesforce puts into `error_description` which kind of `invalid_grant` it is, and may say that too many logged in
 * with status 400.
 */
export function tokenRequestFailure(): string {
  const answer = bodyAsObject(requestTokenAction);
  const status = `coalesce(outputs('${requestTokenAction}')?['statusCode'], 500)`;
  const is = (error: string): string => `equals(${answer}?['error'], '${error}')`;
  const says = (text: string): string =>
    `contains(toLower(string(coalesce(body('${requestTokenAction}'), ''))), '${text}')`;
  const grantProblem = chooseClass(
    [
      [says("expired"), "invalid_grant_expired"],
      [says("revoked"), "invalid_grant_revoked"],
      [says("inactive"), "invalid_grant_inactive_user"],
      [says("not supported on this domain"), "invalid_grant_wrong_domain"],
    ],
    "'invalid_grant'",
  );
  return choose(
    [
      [`or(equals(${status}, 429), ${says("rate_exceeded")}, ${says("rate_limit")})`, "'TokenServerRateLimit'"],
      [is("invalid_grant"), grantProblem],
      [is("inactive_user"), "'invalid_grant_inactive_user'"],
      ...oauthErrors.map((error): [string, string] => [is(error), `'${error}'`]),
      [`and(greaterOrEquals(${status}, 400), less(${status}, 500))`, "'TokenRequestRefused'"],
    ],
    "'TokenServerUnavailable'",
  );
}
