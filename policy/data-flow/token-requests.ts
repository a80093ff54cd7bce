import { findSecretOperation, vaultHost } from "../../azure";
import { findTexts } from "./find-leaves";
import type { SentRequest } from "./http-request";

/** Properties of a token's answer. RFC 6749, section 5.1; RFC 8628; OpenID Connect Core; other names that services use. */
export const tokenProperties: readonly string[] = (
  "access_token refresh_token id_token client_token token tokens session_token session_id session assertion jwt client_secret " +
  "device_code signature sas_token api_key api_token auth_token bearer_token ticket secret"
).split(" ");

/** Properties in which services wrap an answer. */
export const tokenWrappers: readonly string[] =
  "data result results response d auth authentication payload output pat_token".split(" ");

/** Headers by which a login answers its session. */
export const loginHeaders: readonly string[] =
  "set-cookie authorization x-auth-token x-access-token x-session-token x-subject-token x-csrf-token".split(" ");

/**
 * A path that ends in a token of some kind, or in a method that makes one; not what counts or checks tokens.
 * https://docs.cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
 */
const tokenPath =
  /(?:^|[/:])(?:generate|create|(?!(?:count|check|delete|introspect|invalidate|revoke|validate|verify)[_-])[a-z]+[_-])?(?:access_?|auth_?|api_?|bearer_?|id_?|refresh_?|session_?)?tokens?(?:\/pats)?(?:\.\w+)?\/?$/i;
const loginPath =
  /(?:^|\/)(?:authn|authenticate|login|log[_-]?on|sign[_-]?in|authenticated_?session|(?:auth|user)[/_-]?sessions?|auth\/v\d+|oauth2?\/v\d+)(?:\.\w+)?\/?$/i;

/** Checks whether a request asks an OAuth token endpoint, by its form's `grant_type` or by its path, or logs in. RFC 6749, section 3.2. */
export function isTokenRequest(request: SentRequest): boolean {
  const { method, path, query, body, host } = request;
  if (host === "" || vaultHost.test(host)) return false;
  // A secret may well have the name "token".
  const isTokenPath = method !== "GET" && tokenPath.test(path) && !findSecretOperation(method, path);
  const isPlainTokenPath =
    /(?:^|\/)(?:token|access_?token)(?:\.\w+)?\/?$/i.test(path) && !findSecretOperation(method, path);
  return isTokenPath || isPlainTokenPath || isLogin(request) || /(^|&)grant_type=/.test(query) || holdsGrantType(body);
}

/** Checks whether a request logs in, by its path. */
export function isLogin({ method, path, host }: SentRequest): boolean {
  return host !== "" && method === "POST" && loginPath.test(path);
}

function holdsGrantType(body: unknown): boolean {
  if (typeof body === "object" && body !== null && "grant_type" in body) return true;
  return findTexts(body, "body", (text) => /\bgrant_type\b/.test(text)).length > 0;
}
