import { bodyAsObject, choose } from "../../definition/building";
import { failureClass } from "./failure-classes";
import { requestTokenAction } from "./request-token";

/** Errors of a token request that each have their own remedy. RFC 6749, section 5.2. */
const oauthErrors = ["invalid_client", "unauthorized_client", "invalid_scope"] as const;

/**
 * Expression of the class of a failed token request.
 *
 * Salesforce distinguishes kinds of `invalid_grant` in `error_description`, and may report its login rate limit with
 * status 400.
 */
export function tokenRequestFailure(): string {
  const body = bodyAsObject(requestTokenAction);
  const status = `coalesce(outputs('${requestTokenAction}')?['statusCode'], 500)`;
  const hasError = (error: string): string => `equals(${body}?['error'], '${error}')`;
  const mentions = (text: string): string =>
    `contains(toLower(string(coalesce(body('${requestTokenAction}'), ''))), '${text}')`;
  const grantProblem = choose(
    [
      [mentions("expired"), failureClass("invalid_grant_expired")],
      [mentions("revoked"), failureClass("invalid_grant_revoked")],
      [mentions("inactive"), failureClass("invalid_grant_inactive_user")],
      [mentions("not supported on this domain"), failureClass("invalid_grant_wrong_domain")],
    ],
    failureClass("invalid_grant"),
  );
  return choose(
    [
      [
        `or(equals(${status}, 429), ${mentions("rate_exceeded")}, ${mentions("rate_limit")})`,
        failureClass("TokenServerRateLimit"),
      ],
      [hasError("invalid_grant"), grantProblem],
      [hasError("inactive_user"), failureClass("invalid_grant_inactive_user")],
      ...oauthErrors.map((error) => [hasError(error), failureClass(error)] as const),
      [`and(greaterOrEquals(${status}, 400), less(${status}, 500))`, failureClass("TokenRequestRefused")],
    ],
    failureClass("TokenServerUnavailable"),
  );
}
