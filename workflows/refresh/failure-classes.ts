import { vaultFailureCodes } from "../vault/vault-failure";

/**
 * The error codes with which a refresh run can fail; docs/troubleshooting.md has a remedy for each.
 *
 * Those in lower case are the token server's own (RFC 6749, section 5.2), and the kinds of `invalid_grant` that an
 * `error_description` distinguishes.
 */
export const failureClasses = [
  "invalid_client",
  "invalid_grant",
  "invalid_grant_expired",
  "invalid_grant_revoked",
  "invalid_grant_inactive_user",
  "invalid_grant_inactive_organization",
  "invalid_grant_ip_restricted",
  "invalid_grant_wrong_domain",
  "consent_required",
  "unauthorized_client",
  "invalid_scope",
  "TokenServerRateLimit",
  "TokenServerUnavailable",
  "TokenRequestRefused",
  "BadAnswer",
  "TokenTypeNotSupported",
  "RotatedRefreshTokenNotStored",
  "CredentialNotFound",
  ...vaultFailureCodes,
  "SupersededVersionNotDisabled",
] as const;

/** The reason why a refresh failed. */
export type FailureClass = (typeof failureClasses)[number];
