/** Facts that explain the failure of a refresh. */
export interface FailureFacts {
  /** Name of the secret that holds the token. */
  readonly secretName: string;
  /** Names of the secrets that the refresh reads: the client's secret, and its id and refresh token where it has them. */
  readonly credentialNames: readonly string[];
  /** Grant checks of the workflow and its relay that failed. @default none */
  readonly failedGrants?: readonly { readonly workflowName: string; readonly seen: string; readonly fix: string }[];
  /** Age of the youngest grant that the workflow or its relay depends on; absent if unknown. */
  readonly youngestGrantMinutes?: number | undefined;
  /** Allowed ranges of the vault's firewall; absent if every address is allowed. */
  readonly firewall?: { readonly isPrivate: boolean; readonly ranges: readonly string[] } | undefined;
  /** Outgoing IP addresses of the Logic App, and of the relay that writes for it. */
  readonly outgoingAddresses: readonly string[];
}
