import type { Cause } from "../../../definition/building";
import type { FailureClass } from "../failure-classes";

/** Name of the workflow parameter that holds the table of {@link tokenServerErrors}. */
export const tokenServerErrorsParameter = "tokenServerErrors";

type Row = readonly [answer: string, text: string, code: FailureClass];

/** Texts that mean a rate limit, as servers spell it. */
const rateLimits = ["rate exceeded", "rate_exceeded", "rate limit", "rate_limit", "too many requests"];

/** Salesforce: https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm */
const kindsOfInvalidGrant: readonly Row[] = [
  ...rateLimits.map((text): Row => ["invalid_grant", text, "TokenServerRateLimit"]),
  // Two refreshes at once: the other one succeeds.
  ["invalid_grant", "already being processed", "TokenServerUnavailable"],
  ["invalid_grant", "expired authorization code", "TokenServerUnavailable"],
  ["invalid_grant", "inactive org", "invalid_grant_inactive_organization"],
  ["invalid_grant", "inactive user", "invalid_grant_inactive_user"],
  ["invalid_grant", "ip restricted", "invalid_grant_ip_restricted"],
  ["invalid_grant", "not supported on this domain", "invalid_grant_wrong_domain"],
  ["invalid_grant", "consent", "consent_required"],
  ["invalid_grant", "expired", "invalid_grant_expired"],
  ["invalid_grant", "revoked", "invalid_grant_revoked"],
  // After "expired due to inactivity".
  ["invalid_grant", "inactive", "invalid_grant_inactive_user"],
  ["invalid_grant", "*", "invalid_grant"],
];

/** Codes that mean a refresh token which the server does not accept, as servers spell them. */
const refusedRefreshToken: readonly Row[] = [
  ["invalid_request", "refresh_token is invalid", "invalid_grant"],
  ["invalid_request", "refresh token is invalid", "invalid_grant"],
  ["invalid_request", "invalid refresh token", "invalid_grant"],
  ["invalid_request", "invalid refresh_token", "invalid_grant"],
  ["invalid_request", "refresh token expired", "invalid_grant_expired"],
  ["unauthorized_client", "refresh_token is invalid", "invalid_grant"],
  ...each(
    ["bad_refresh_token", "invalid_refresh_token", "invalid_token", "token_expired", "invalid_code"],
    "invalid_grant",
  ),
];

const errors: readonly Row[] = [
  ...kindsOfInvalidGrant,
  ...refusedRefreshToken,
  ...each(["inactive_user"], "invalid_grant_inactive_user"),
  ...each(["inactive_org"], "invalid_grant_inactive_organization"),
  ...each(["interaction_required", "consent_required", "login_required"], "consent_required"),
  ...each(
    ["invalid_client", "invalid_client_id", "incorrect_client_credentials", "bad_client_secret"],
    "invalid_client",
  ),
  // Keycloak's word for a client that failed to authenticate.
  ["unauthorized_client", "invalid client", "invalid_client"],
  ["unauthorized_client", "client was not identified", "invalid_client"],
  ...each(["unauthorized_client"], "unauthorized_client"),
  ...each(["invalid_scope"], "invalid_scope"),
  ...each(["rate_limit_exceeded", "rate_exceeded", "rate_limited", "too_many_requests"], "TokenServerRateLimit"),
  ...rateLimits.map((text): Row => ["unknown_error", text, "TokenServerRateLimit"]),
  ...each(["temporarily_unavailable", "server_error", "unknown_error"], "TokenServerUnavailable"),
  ...each(["unsupported_grant_type"], "TokenRequestRefused"),
];

/** Texts of answers whose error and status say too little, by what they mean. */
const texts = rateLimits.map((text): Row => ["*", text, "TokenServerRateLimit"]);

/** Texts of answers without an `error`: Fitbit's `errors`, Twitch's `message`. */
const textsWithoutError: readonly Row[] = [
  ["", "invalid_grant", "invalid_grant"],
  ["", "invalid refresh token", "invalid_grant"],
  ["", "invalid_client", "invalid_client"],
  ["", "client secret", "invalid_client"],
];

/** Texts of answers that are no JSON, such as `error=bad_refresh_token` in a form. */
const unreadableTexts: readonly Row[] = [
  ["unreadable", "invalid_grant", "invalid_grant"],
  ["unreadable", "bad_refresh_token", "invalid_grant"],
  ["unreadable", "invalid_client", "invalid_client"],
  ["unreadable", "incorrect_client_credentials", "invalid_client"],
];

/**
 * Causes of a refused token request or an unusable answer, the first that fits counts: failed client authentication, which
 * is status 401 whatever the error says; then the error; then a status that says enough; then documented texts. Errors are
 * in lower case. RFC 6749, section 5.2, and the servers' documents.
 */
export const tokenServerErrors: readonly (Cause & { readonly code: FailureClass })[] = [
  ...each(["401"], "invalid_client"),
  ...errors,
  ...each(["429"], "TokenServerRateLimit"),
  ...each(["408", "425", "500", "502", "503", "504"], "TokenServerUnavailable"),
  ...texts,
  ...textsWithoutError,
  ...unreadableTexts,
  // ArcGIS puts the error into an object, with status 200.
  ["200", '"invalid_request"', "TokenRequestRefused"] satisfies Row,
  // Logic Apps' own code of an action whose answer has the type application/json and is no JSON.
  ...each(["200", "201", "202", "203", "204", "206", "BadRequest"], "BadAnswer"),
  ...each(["300", "301", "302", "303", "307", "308"], "TokenRequestRefused"),
  ...each(
    ["400", "402", "403", "404", "405", "406", "407", "409", "410", "411", "413", "414", "415", "422", "451"],
    "TokenRequestRefused",
  ),
  ...each(["*"], "TokenServerUnavailable"),
].map(([answer, text, code]) => ({ answer, text, code }));

function each(answers: readonly string[], code: FailureClass): readonly Row[] {
  return answers.map((answer) => [answer, "*", code]);
}
