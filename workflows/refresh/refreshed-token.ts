/** A token that is to be kept fresh, and how. Every name of a secret is that of a secret in the vault. */
export interface RefreshedToken {
  /** Of the secret that holds the token. */
  readonly secretName: string;
  /** RFC 6749, sections 4.4 and 6. */
  readonly grantType: "client_credentials" | "refresh_token";
  readonly tokenUrl: string;
  /** The client's id itself, or the secret that holds it. */
  readonly clientId: { readonly value: string } | { readonly secretName: string };
  readonly clientSecretName: string;
  /** Of the secret that holds the refresh token; needed for `refresh_token`. */
  readonly refreshTokenSecretName?: string;
  /** @default the server's own choice */
  readonly scope?: string;
  /** Where the answer's `instance_url` is kept: a tag of the token's secret, a secret of its own, or nowhere. */
  readonly instanceUrl: "tag" | "secret" | "none";
  /** Of the secret that holds `instance_url`; needed for `secret`. */
  readonly instanceUrlSecretName?: string;
  /** Hosts that `instance_url` may have, or end in. */
  readonly allowedInstanceUrlSuffixes: readonly string[];
  readonly intervalMinutes: number;
  /** What the token's `exp` is computed from where the answer has no `expires_in`. */
  readonly assumedLifetimeMinutes: number;
  /** By the connector's Set secret action, or by HTTP with the workflow's own identity. */
  readonly writePath: "connector" | "http";
  /** Where the server tells how long a token lives (RFC 7662). @default it is not asked */
  readonly introspectionUrl?: string;
  /** Whether nothing is done while the stored token lasts for another interval and the margin. @default false */
  readonly skipWhileFresh?: boolean;
  /** Time before a token's end by which its successor must be there. @default 0 */
  readonly marginMinutes?: number;
  /** Whether the version before the one that is replaced is disabled. @default false */
  readonly disableSupersededVersions?: boolean;
}
