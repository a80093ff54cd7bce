import type { JsonObject } from "../../definition/json";

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

/** An answer to a refused request. */
export interface Refusal {
  readonly status: number;
  readonly body: JsonObject | ((request: RefusedRequest) => JsonObject);
}

/** What becomes of refresh tokens. */
export interface RefreshTokens {
  /** A response has no refresh token, the one that was sent, or a new one. */
  readonly answered: "none" | "same" | "new";
  /** Hours for which the same one is answered, before a new one takes its place. @default for ever */
  readonly sameForHours?: number;
  /** Minutes for which a replaced refresh token can still be used; after them, its use revokes all that came of it. @default 0 */
  readonly graceMinutes?: number;
}

/** A provider's token endpoint, from its documents and public reports. */
export interface OAuthProvider {
  readonly name: string;
  /** Host names, exact or as `*.suffix`. Empty for software that runs at any host. */
  readonly hosts: readonly string[];
  /** Paths of the token endpoint. The provider responds 404 to others. @default any path */
  readonly tokenPath?: RegExp;
  /** URL of the document or report that its response is taken from; `test/emulator/token-answers` has more of them. */
  readonly source: string;
  /** `literal`: the source shows the response in full, apart from secrets. `reconstructed`: it describes it. */
  readonly certainty: "literal" | "reconstructed";
  readonly clientAuthentication: readonly ClientAuthentication[];
  /** Values of `grant_type` that it takes, without the person's own (`authorization_code` and others). */
  readonly grantTypes: readonly string[];
  /** Form parameters that it requires besides those of RFC 6749, by `grant_type`. */
  readonly requires?: Readonly<Record<string, { readonly parameter: string; readonly refusal: Refusal }>>;
  /** Of an access token, in seconds. */
  readonly lifetimeSeconds: number;
  /**
   * Answers an access token that is still valid again, with the time that is left; or `secondSession`, for client
   * credentials, as that reading says. @default false
   */
  readonly repeatsAccessTokens?: boolean | "secondSession";
  readonly refreshTokens: RefreshTokens;
  /** Gives the path of the introspection endpoint (RFC 7662) from that of the token endpoint. @default it has none */
  readonly introspectionPath?: (tokenPath: string) => string;
  /** Gives the path of the revocation endpoint, which asks for no client, likewise. @default it has none */
  readonly revocationPath?: (tokenPath: string) => string;
  /** @default "application/json; charset=utf-8" */
  readonly contentType?: string;
  /** Answers form-encoded unless the request accepts JSON. @default false */
  readonly formEncodedByDefault?: boolean;
  /** Writes the body of a successful response. */
  readonly success: (issued: IssuedTokens) => JsonObject;
  /** Answers to refused requests. @default those of RFC 6749, section 5.2 */
  readonly refusals?: Readonly<Partial<Record<OAuthError, Refusal>>>;
}
