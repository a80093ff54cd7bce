/** What is known when a refresh failed. */
export interface FailureFacts {
  /** Name of the secret that holds the token. */
  readonly secretName: string;
  /** Names of the secrets that the refresh reads: the client's secret, and its id and refresh token where it has them. */
  readonly credentialNames: readonly string[];
  /** Of the workflow's grants; absent: not known. */
  readonly youngestGrantMinutes?: number | undefined;
  /** Whom the vault's firewall lets in; absent: everybody. */
  readonly firewall?: { readonly isPrivate: boolean; readonly ranges: readonly string[] } | undefined;
  /** From which the Logic App, and the relay that writes for it, call the vault. */
  readonly outgoingAddresses: readonly string[];
}
