import { asList, asObject, type JsonObject } from "../../../definition/json";
import type {
  ClientAuthentication,
  OAuthError,
  RefreshTokens,
  RefusalBody,
  RepeatedAccessTokens,
  SuccessBody,
} from "../oauth-provider";

const reasons: Readonly<Record<OAuthError, string>> = {
  invalid_request: "A request without `grant_type`, or with two ways of client authentication",
  invalid_client: "A client that fails to authenticate",
  invalid_grant: "A refresh token that is unknown, expired or revoked",
  unauthorized_client: "A client that may not use the grant",
  unsupported_grant_type: "A grant that the token endpoint does not have",
  invalid_scope: "A scope that the client may not have",
};

/** Describes a successful response by its fields: all that it can have. */
export function describeAnswer(body: SuccessBody, contentType: string): string {
  const sample = body({
    ...{ accessToken: "access", expiresIn: 1, refreshToken: "refresh", scope: "scope", issuedAt: new Date(0) },
    ...{ host: "login.example", client: { clientId: "id", clientSecret: "secret" } },
  });
  return `A token response has ${fieldsOf(sample)}, and the type \`${contentType}\``;
}

/** Describes how clients authenticate. */
export function describeAuthentication(methods: readonly ClientAuthentication[]): string {
  const places = { basic: "in an Authorization header of scheme Basic", post: "in the form" };
  return `Clients send their credentials ${methods.map((method) => places[method]).join(", or ")}`;
}

/** Describes the grants of a token endpoint. */
export function describeGrants(grantTypes: readonly string[]): string {
  return `Without a person, a token is granted by ${grantTypes.map((each) => `\`${each}\``).join(" and ")}`;
}

/** Describes what becomes of refresh tokens. */
export function describeRefreshTokens({ answered, sameForHours, graceMinutes = 0 }: RefreshTokens): string {
  if (answered === "none") return "A response has no refresh token, and the one that was sent stays valid";
  if (answered === "same") {
    return sameForHours === undefined
      ? "A response repeats the refresh token that was sent"
      : `A response repeats the refresh token that was sent, for ${sameForHours} hours, and then replaces it`;
  }
  if (graceMinutes === 0) return "A response replaces the refresh token; the use of the old one revokes all";
  return graceMinutes === Infinity
    ? "A response has a new refresh token, and the old one stays valid"
    : `A response replaces the refresh token; the old one works for ${graceMinutes} minutes more`;
}

/** Describes when an access token is answered again. */
export function describeRepeatedTokens(repeated: RepeatedAccessTokens): string {
  return repeated === "always"
    ? "An access token that is still valid is answered again, with the time that is left"
    : "Client credentials may answer an access token that is still valid again: the reading `secondSession`";
}

/** Describes an answer to a refused request. */
export function describeRefusal(error: OAuthError, body: RefusalBody): string {
  return `${reasons[error]} is refused with ${fieldsOf(sampleOf(body))}`;
}

/** Describes the refusal of a request that lacks a parameter. */
export function describeRequirement(grantType: string, parameter: string, body: RefusalBody): string {
  return `A request by \`${grantType}\` without \`${parameter}\` is refused with ${fieldsOf(sampleOf(body))}`;
}

/** Returns the code of a refusal, wherever the provider has it. */
export function codeOf(body: RefusalBody): string {
  const { error, status, errors } = sampleOf(body);
  return String(error ?? status ?? asObject(asList(errors)[0])["errorType"]);
}

function sampleOf(body: RefusalBody): JsonObject {
  return typeof body === "function" ? body({ clientId: "id", grantType: "grant", at: new Date(0) }) : body;
}

function fieldsOf(body: JsonObject): string {
  return Object.keys(body)
    .map((field) => `\`${field}\``)
    .join(", ");
}
