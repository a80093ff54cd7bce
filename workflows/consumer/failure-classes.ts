import { vaultFailureCodes } from "../vault/vault-failure";

/** The error codes with which a consumer's run can fail; docs/consumer/troubleshooting.md has a remedy for each. */
export const consumerFailureClasses = [
  "ServiceBusForbidden",
  "SubscriptionGone",
  "ServiceBusRefused",
  "ServiceBusUnavailable",
  "LockLost",
  "BadMessage",
  "TooManyRecords",
  "RequiredFieldMissing",
  "TokenNotFound",
  ...vaultFailureCodes,
  "InstanceUrlNotAllowed",
  "SessionRefused",
  "RefreshNotAllowed",
  "RefreshNotStarted",
  "RefreshFailed",
  "SalesforceForbidden",
  "SalesforceLimit",
  "SalesforceUnavailable",
  "SalesforceRefused",
  "ObjectNotFound",
  "MappingRefused",
  "AutomationFailed",
  "RowsLocked",
  "RowsRejected",
  "Unexpected",
] as const;

/** The reason why a consumer's run failed. */
export type ConsumerFailureClass = (typeof consumerFailureClasses)[number];
