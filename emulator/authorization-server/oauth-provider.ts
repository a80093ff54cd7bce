import type { JsonObject } from "../../definition/json";
import type { Behaviour, Default, Refusal, Success } from "../provenance";

/** How a client sends its secret: in an Authorization header of scheme Basic, or in the form. RFC 6749, section 2.3.1. */
export type ClientAuthentication = "basic" | "post";

/** Error codes of RFC 6749, section 5.2: the reasons for a refusal, whatever a provider's answer calls them. */
export type OAuthError =
  | "invalid_request"
  | "invalid_client"
  | "invalid_grant"
  | "unauthorized_client"
  | "unsupported_grant_type"
  | "invalid_scope";

/** Tokens that a provider is about to answer. */
export interface IssuedTokens {
  readonly accessToken: string;
  /** Seconds that the access token is still valid. */
  readonly expiresIn: number;
  /** Absent where the grant has none, or the provider answers none. */
  readonly refreshToken?: string;
  /** Absent where none was granted. */
  readonly scope?: string;
  readonly issuedAt: Date;
  /** Host of the request, with its port unless that is 443. */
  readonly host: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
}

/** A refused request, as the refusal may quote it. */
export interface RefusedRequest {
  readonly clientId: string;
  readonly grantType: string;
  readonly at: Date;
}

/** Writes the body of a successful response. */
export type SuccessBody = (issued: IssuedTokens) => JsonObject;

/** Body of an answer to a refused request. */
export type RefusalBody = JsonObject | ((request: RefusedRequest) => JsonObject);

/** The record of an answer to a refused request. */
export type TokenRefusal = Refusal & { readonly body: RefusalBody };

/** What becomes of refresh tokens. */
export interface RefreshTokens {
  /** A response has no refresh token, the one that was sent, or a new one. */
  readonly answered: "none" | "same" | "new";
  /** Hours for which the same one is answered, before a new one takes its place. @default for ever */
  readonly sameForHours?: number;
  /** Minutes for which a replaced refresh token can still be used; after them, its use revokes all that came of it. @default 0 */
  readonly graceMinutes?: number;
}

/** When an access token that is still valid is answered again: for client credentials, a reading may say so. */
export type RepeatedAccessTokens = "always" | "secondSession";

/** A provider's token endpoint: how to recognize it, and the records from which it is answered. */
export interface OAuthProvider {
  readonly name: string;
  /** Host names, exact or as `*.suffix`. Empty for software that runs at any host. */
  readonly hosts: readonly string[];
  /** Paths of the token endpoint. The provider responds 404 to others. @default any path */
  readonly tokenPath?: RegExp;
  /** Content type of every answer. */
  readonly contentType: string;
  /** A successful response. */
  readonly answer: Success & { readonly body: SuccessBody };
  readonly clientAuthentication: Default<readonly ClientAuthentication[]>;
  /** Values of `grant_type` that it takes, without the person's own (`authorization_code` and others). */
  readonly grantTypes: Default<readonly string[]>;
  /** Grants of oidc-provider that serve a grant under another name, by the provider's `grant_type`. */
  readonly servedAs: Readonly<Record<string, string>>;
  /** Refusals of requests without a form parameter that RFC 6749 does not require, by `grant_type`. */
  readonly requires: Readonly<Record<string, TokenRefusal & { readonly parameter: string }>>;
  /** Lifetime of an access token. */
  readonly lifetimeSeconds: Default<number>;
  readonly refreshTokens: Default<RefreshTokens>;
  /** Present where an access token that is still valid is answered again, with the time that is left. */
  readonly repeatsAccessTokens?: Default<RepeatedAccessTokens>;
  /** Present where the provider has an introspection endpoint (RFC 7662), at a path that follows from the token path. */
  readonly introspection?: Behaviour & { readonly path: (tokenPath: string) => string };
  /** Present where the provider has a revocation endpoint, which asks for no client. */
  readonly revocation?: Behaviour & { readonly path: (tokenPath: string) => string };
  /** Present where an answer is form-encoded unless the request accepts JSON. */
  readonly formEncodedByDefault?: Behaviour;
  /** Answers to refused requests. @default those of RFC 6749, section 5.2 */
  readonly refusals: Readonly<Partial<Record<OAuthError, TokenRefusal>>>;
  /** Every record of the above. */
  readonly behaviours: readonly Behaviour[];
}
