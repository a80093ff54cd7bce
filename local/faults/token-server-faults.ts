import { json, withSimulatedLatency, type HttpAnswer } from "../../emulator/network";
import type { Combination } from "./combination";
import { everywhere, failed, succeeded, tries, type Fault } from "./fault";

const host = "login.example.com";
const error = (status: number, code: unknown, description?: string): HttpAnswer =>
  json(status, { error: code, ...(description === undefined ? {} : { error_description: description }) });
const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status,
  headers,
  body,
});
const html = (status: number): HttpAnswer => text(status, "<html>out of order</html>", { "content-type": "text/html" });
const isJson = { "content-type": "application/json" };

/** Code with client credentials, and with a refresh token: a successful answer may have rotated it. */
type Code = string | readonly [byClient: string, byRefreshToken: string];
const unreadable: Code = ["BadAnswer", "RotatedRefreshTokenNotStored"];

/** Name, the answer, the code of the failure, and requests where client credentials may try again. */
const refusals: readonly (readonly [name: string, answer: HttpAnswer | undefined, code: Code, requests: number])[] = [
  ["token-server-down", undefined, "TokenServerUnavailable", 0],
  ["token-server-500", html(500), "TokenServerUnavailable", 3],
  ["token-server-503", text(503, ""), "TokenServerUnavailable", 3],
  ["token-server-429", error(429, "slow_down"), "TokenServerRateLimit", 3],
  [
    "token-server-429-retry-after",
    json(429, { error: "slow_down" }, { "retry-after": "120" }),
    "TokenServerRateLimit",
    3,
  ],
  ["login-rate-exceeded", error(400, "unknown_error", "LOGIN_RATE_EXCEEDED"), "TokenServerRateLimit", 1],
  ["invalid-client", error(401, "invalid_client"), "invalid_client", 1],
  ["invalid-client-400", error(400, "invalid_client", "invalid client credentials"), "invalid_client", 1],
  ["invalid-grant", error(400, "invalid_grant", "authentication failure"), "invalid_grant", 1],
  ["invalid-grant-expired", error(400, "invalid_grant", "expired access/refresh token"), "invalid_grant_expired", 1],
  ["invalid-grant-revoked", error(400, "invalid_grant", "Token has been revoked"), "invalid_grant_revoked", 1],
  ["invalid-grant-inactive-user", error(400, "invalid_grant", "inactive user"), "invalid_grant_inactive_user", 1],
  ["inactive-user", error(400, "inactive_user", "user is inactive"), "invalid_grant_inactive_user", 1],
  [
    "invalid-grant-wrong-domain",
    error(400, "invalid_grant", "request not supported on this domain"),
    "invalid_grant_wrong_domain",
    1,
  ],
  ["unauthorized-client", error(400, "unauthorized_client"), "unauthorized_client", 1],
  ["invalid-scope", error(400, "invalid_scope"), "invalid_scope", 1],
  ["error-of-its-own", error(400, "org_is_asleep"), "TokenRequestRefused", 1],
  ["error-that-is-no-text", error(400, { code: "invalid_grant" }), "TokenRequestRefused", 1],
  ["error-called-a-text", text(400, '{"error":"x"}'), "TokenRequestRefused", 1],
  ["error-half-an-object", text(400, '{"error":"invalid_grant"', { "content-type": "text/plain" }), "invalid_grant", 1],
  ["error-in-a-list", json(400, [{ error: "invalid_grant" }]), "invalid_grant", 1],
  ["firewall-403-html", html(403), "TokenRequestRefused", 1],
  ["not-found-404-empty", text(404, ""), "TokenRequestRefused", 1],
  ["redirect-302", text(302, "", { location: `https://${host}/login` }), "TokenRequestRefused", 1],
  ["error-with-status-200", json(200, { error: "bad_refresh_token" }), "invalid_grant", 1],
  ["error-in-status", json(400, { status: "BAD_REFRESH_TOKEN", message: "missing or invalid" }), "invalid_grant", 1],
  [
    "error-as-a-form",
    text(200, "error=incorrect_client_credentials", { "content-type": "text/plain" }),
    "invalid_client",
    1,
  ],
  ["unauthorized-client-401", error(401, "unauthorized_client"), "invalid_client", 1],
  ["unauthorized-401-empty", text(401, "", { "www-authenticate": "Basic" }), "invalid_client", 1],
  ["inactive-organization", error(400, "inactive_org"), "invalid_grant_inactive_organization", 1],
  [
    "invalid-grant-inactive-organization",
    error(400, "invalid_grant", "inactive organization"),
    "invalid_grant_inactive_organization",
    1,
  ],
  ["invalid-grant-ip-restricted", error(400, "invalid_grant", "ip restricted"), "invalid_grant_ip_restricted", 1],
  ["invalid-grant-login-rate", error(400, "invalid_grant", "login rate exceeded"), "TokenServerRateLimit", 1],
  ["access-denied-rate-limit", error(403, "access_denied", "Rate limit exceeded"), "TokenServerRateLimit", 1],
  [
    "invalid-grant-being-processed",
    error(400, "invalid_grant", "Token request is already being processed"),
    "TokenServerUnavailable",
    1,
  ],
  ["temporarily-unavailable-400", error(400, "temporarily_unavailable"), "TokenServerUnavailable", 1],
  ["request-timeout-408", text(408, ""), "TokenServerUnavailable", 3],
  ["consent-required", error(400, "consent_required"), "consent_required", 1],
  ["interaction-required", error(400, "interaction_required", "AADSTS50076: ..."), "consent_required", 1],
  ["invalid-request-refresh-token", error(400, "invalid_request", "refresh_token is invalid"), "invalid_grant", 1],
  [
    "a-word-elsewhere",
    error(400, "invalid_scope", "the scope has expired, was revoked, is inactive"),
    "invalid_scope",
    1,
  ],
  ["token-of-type-mac", json(200, { access_token: "x", token_type: "mac" }), "TokenTypeNotSupported", 1],
  ["html-200", html(200), unreadable, 1],
  ["empty-200", text(200, ""), unreadable, 1],
  ["malformed-json-200", text(200, '{"access_token":', isJson), unreadable, 1],
  ["list-200", json(200, ["x"]), unreadable, 1],
  ["token-missing", json(200, { token_type: "Bearer", expires_in: 7200 }), unreadable, 1],
  ["token-empty", json(200, { access_token: "" }), unreadable, 1],
  ["token-of-wrong-type", json(200, { access_token: 12_345_678 }), "BadAnswer", 1],
  ["token-null", json(200, { access_token: null }), unreadable, 1],
  ["token-huge", json(200, { access_token: "x".repeat(25_601) }), "BadAnswer", 1],
];

/** Answers the same for good. */
const refused = refusals.map(([name, answer, code, requests]): Fault => ({
  name,
  where: everywhere,
  answers: { to: "token request", answer },
  inject: (harness) => harness.atNextSlot(answer),
  expected: (combination) => failed(codeIn(combination, code), tries(combination, requests)),
}));

function codeIn({ grant }: Combination, code: Code): string {
  if (typeof code === "string") return code;
  return grant === "refresh_token" ? code[1] : code[0];
}

/** Ends of a token as servers have sent them: none throws a good token away. */
const oddLifetimes: readonly (readonly [name: string, expiresIn: unknown])[] = [
  ["empty", ""],
  ["a-fraction", 3_599.7],
  ["a-fraction-as-text", "3600.0"],
  ["with-a-unit", "3600s"],
  ["true", true],
  ["an-object", {}],
  ["never", 0],
  ["below-zero", -1],
  ["milliseconds", 7_200_000],
  ["beyond-64-bits", "99999999999999999999"],
];

/** Faults of the token server, over the whole of a refresh or a part of it. */
export const tokenServerFaults: readonly Fault[] = [
  ...refused,
  ...oddLifetimes.map(([name, expiresIn]): Fault => ({
    name: `expires-in-${name}`,
    where: everywhere,
    inject: (harness) => harness.atNextSlot(() => harness.freshToken({ expires_in: expiresIn })),
    expected: () => succeeded(),
  })),
  {
    name: "token-server-slow",
    where: everywhere,
    inject: (harness) => harness.atNextSlot(() => withSimulatedLatency(61_000, harness.freshToken())),
    expected: (combination) => failed("TokenServerUnavailable", tries(combination, 3)),
  },
  {
    name: "token-server-slow-within-limits",
    where: everywhere,
    inject: (harness) => harness.atNextSlot(() => withSimulatedLatency(59_000, harness.freshToken())),
    expected: () => succeeded(),
  },
  {
    name: "token-server-recovers-between-attempts",
    where: everywhere,
    inject: (harness) => {
      let asked = 0;
      return harness.atNextSlot(() => ((asked += 1) < 3 ? html(503) : harness.freshToken()));
    },
    expected: ({ grant }) => (grant === "refresh_token" ? failed("TokenServerUnavailable", 1) : succeeded(3)),
  },
  {
    name: "token-server-down-for-three-hours",
    where: everywhere,
    inject: async (harness) => {
      for (let slot = 0; slot < 6; slot += 1) await harness.atNextSlot(undefined);
    },
    expected: () => failed("TokenServerUnavailable", 0, { token: "expired", alerts: ["failed", "silent"] }),
  },
  {
    name: "token-server-back-at-the-next-slot",
    where: everywhere,
    inject: async (harness) => {
      await harness.atNextSlot(undefined);
      await harness.atNextSlot();
    },
    expected: () => succeeded(1, { alerts: ["failed"] }),
  },
];
