/**
 * The codes that a refresh run can end Failed with; docs/troubleshooting.md has a remedy for each.
 *
 * Those in lower case are the token server's own (RFC 6749, section 5.2), with the kinds of `invalid_grant` that an
 * `error_description` tells apart.
 */
export const failureClasses = [
  "invalid_client",
  "invalid_grant",
  "invalid_grant_expired",
  "invalid_grant_revoked",
  "invalid_grant_inactive_user",
  "invalid_grant_wrong_domain",
  "unauthorized_client",
  "invalid_scope",
  "TokenServerRateLimit",
  "TokenServerUnavailable",
  "TokenRequestRefused",
  "BadAnswer",
  "RotatedRefreshTokenNotStored",
  "CredentialNotFound",
  "VaultForbidden",
  "VaultFirewall",
  "VaultThrottled",
  "VaultConflict",
  "VaultRefused",
  "VaultUnavailable",
  "SecretNameNotAllowed",
  "RelayRefused",
  "SupersededVersionNotDisabled",
] as const;

/** Why a refresh failed. */
export type FailureClass = (typeof failureClasses)[number];
