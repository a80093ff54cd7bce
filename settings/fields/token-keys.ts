// Written by `npm run settings` from token-fields.ts; edit that.

/** The keys of a token, as in an entry of `tokens` in a stack file. */
// prettier-ignore
export interface TokenKeys {
  /** Name of the vault secret that stores the token. */
  readonly secretName: string;
  /**
   * Provider of the token. Its defaults, listed in docs/providers.md, replace the general ones. generic has none.
   * @default the one that has the host of tokenUrl; otherwise generic
   */
  readonly provider?: "salesforce" | "entra" | "auth0" | "okta" | "keycloak" | "google" | "hubspot" | "xero" | "quickbooks" | "zoom" | "docusign" | "servicenow" | "dynamics" | "generic" | undefined;
  /**
   * OAuth 2.0 grant type (RFC 6749) used to obtain the token; account_credentials is that of Zoom's server-to-server
   * apps.
   * @default `client_credentials`
   */
  readonly grantType?: "client_credentials" | "refresh_token" | "account_credentials" | undefined;
  /** URL of the token endpoint. Must use https, without credentials and fragment. */
  readonly tokenUrl?: string | undefined;
  /** OAuth client ID. Set either this or clientIdSecretName. */
  readonly clientId?: string | undefined;
  /** Name of the vault secret that holds the client ID. Set either this or clientId. */
  readonly clientIdSecretName?: string | undefined;
  /** Name of the vault secret that holds the client secret. Never the client secret itself. */
  readonly clientSecretName: string;
  /**
   * How the client authenticates (RFC 6749, section 2.3.1): post sends the client's ID and secret in the form, basic in
   * an Authorization header.
   * @default `post`
   */
  readonly clientAuthentication?: "post" | "basic" | undefined;
  /**
   * Name of the vault secret that holds the refresh token and receives rotated ones. Required with grantType
   * refresh_token, not allowed otherwise.
   */
  readonly refreshTokenSecretName?: string | undefined;
  /**
   * Scope of the token: values separated by single spaces.
   * @default none is requested; the server decides
   */
  readonly scope?: string | undefined;
  /** Account ID. Required with grantType account_credentials, not allowed otherwise. */
  readonly accountId?: string | undefined;
  /**
   * Further parameters of the token request, such as audience or resource. Never a secret.
   * @default none
   */
  readonly tokenRequestParameters?: Readonly<Record<string, string>> | undefined;
  /**
   * Further headers of the token request. Never a secret.
   * @default none
   */
  readonly tokenRequestHeaders?: Readonly<Record<string, string>> | undefined;
  /**
   * Where to store the instance_url of the token response: in a tag of the token's secret, in a separate secret named
   * {secretName}-instance-url, or nowhere.
   * @default `tag` for Salesforce, `none` otherwise
   */
  readonly instanceUrl?: "tag" | "secret" | "none" | undefined;
  /**
   * Hosts that are accepted in an instance_url, exactly or as a suffix.
   * @default the host of tokenUrl; every My Domain of the same Salesforce cloud, such as my.salesforce.com, for a host
   * that customers share
   */
  readonly allowedInstanceUrlSuffixes?: readonly string[] | undefined;
  /**
   * URL of the token introspection endpoint (RFC 7662), used to read a token's expiry when the response has no
   * expires_in. For Salesforce: https://{your domain}.my.salesforce.com/services/oauth2/introspect.
   * @default no introspection
   */
  readonly introspectionUrl?: string | undefined;
  /**
   * Minutes between refreshes. Must be less than assumedLifetimeMinutes − marginMinutes.
   * @default `60`
   */
  readonly intervalMinutes?: number | undefined;
  /**
   * Assumed token lifetime in minutes, used when neither expires_in nor introspection gives one (Salesforce sends no
   * expires_in).
   * @default `120`
   */
  readonly assumedLifetimeMinutes?: number | undefined;
  /**
   * Longest token lifetime in minutes that is taken from the token server; a longer one, as of a server that sends
   * milliseconds, is cut to it. Never shorter than assumedLifetimeMinutes.
   * @default `1440`
   */
  readonly maximumLifetimeMinutes?: number | undefined;
  /**
   * Minutes before a token expires by which the next token must be stored.
   * @default `10`
   */
  readonly marginMinutes?: number | undefined;
  /**
   * How the token is written: through the Set secret connector, or by an HTTP action with the identity of the refresh
   * Logic App.
   * @default `connector`
   */
  readonly writePath?: "connector" | "http" | undefined;
  /**
   * Skip a run while the stored token remains valid for another interval plus the margin, and do not store an unchanged
   * token again. Grants the Logic App read access to the token.
   * @default `false`
   */
  readonly skipWhileFresh?: boolean | undefined;
  /**
   * Disable the version before the one that is replaced. Grants the Logic App read and update access to the token's
   * secret.
   * @default `false`
   */
  readonly disableSupersededVersions?: boolean | undefined;
  /**
   * Principals that may start a refresh at any time: objects with principalId (object ID in Microsoft Entra ID) and
   * principalType (User, Group, or ServicePrincipal, which includes managed identities). Grants permission to run this
   * Logic App's trigger and nothing else.
   * @default no additional principals
   */
  readonly refreshOperators?: readonly { readonly principalId: string; readonly principalType: "User" | "Group" | "ServicePrincipal" }[] | undefined;
}
