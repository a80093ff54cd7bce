/** OAuth grants that the refresh workflow can do. */
export type GrantType = "client_credentials" | "refresh_token";

/** Where the `instance_url` of a token answer is kept. */
export type InstanceUrlPlace = "tag" | "secret" | "none";

/** An identity that may ask for a refresh at once. */
export interface RefreshOperator {
  /** Object id in Microsoft Entra ID. */
  readonly principalId: string;
  readonly principalType: "User" | "Group" | "ServicePrincipal";
}

/** One token that is kept fresh, by one refresh Logic App. */
export interface TokenSettings {
  /** Vault secret that holds the token. */
  readonly secretName: string;
  /** @default client_credentials */
  readonly grantType: GrantType;
  /** Absolute https URL of the token endpoint, without credentials, query and fragment. */
  readonly tokenUrl: string;
  /** The client id itself, which is no secret, or the vault secret that holds it. */
  readonly clientId: { readonly value: string } | { readonly secretName: string };
  /** Vault secret that holds the client secret. */
  readonly clientSecretName: string;
  /** Vault secret that holds the refresh token; present with the grant `refresh_token` only. */
  readonly refreshTokenSecretName?: string;
  /** Scope values, separated by single spaces (RFC 6749, 3.3). */
  readonly scope?: string;
  /** @default tag */
  readonly instanceUrl: InstanceUrlPlace;
  /** `{secretName}-instance-url`; present when `instanceUrl` is `secret`. */
  readonly instanceUrlSecretName?: string;
  /** Host names, lower case: an instance URL's host must be one of them or end in a dot and one of them. */
  readonly allowedInstanceUrlSuffixes: readonly string[];
  /** @default 60 */
  readonly intervalMinutes: number;
  /** Lifetime of a token whose answer has no `expires_in`. @default 120 */
  readonly assumedLifetimeMinutes: number;
  /** Time before a token's end by which its successor must be there. @default 10 */
  readonly marginMinutes: number;
  /** Absolute https URL; absent: the server is not asked when a token ends. */
  readonly introspectionUrl?: string;
  /** @default connector */
  readonly writePath: "connector" | "http";
  /** @default false */
  readonly skipWhileFresh: boolean;
  /** @default false */
  readonly disableSupersededVersions: boolean;
  /** @default none */
  readonly refreshOperators: readonly RefreshOperator[];
}

/** A resource group that the program creates (`name` absent: generated), or one that is there. */
export type ResourceGroup =
  | { readonly kind: "created"; readonly name?: string }
  | { readonly kind: "existing"; readonly id: string; readonly name: string };

/** A vault that the program creates (`name` absent: generated), or one that is there. */
export type Vault =
  | { readonly kind: "created"; readonly name?: string }
  | {
      readonly kind: "existing";
      readonly id: string;
      readonly name: string;
      readonly resourceGroupName: string;
      readonly subscriptionId: string;
    };

/** Ids of existing role definitions, by what each of them lets do to secrets. */
export interface ExistingRoleIds {
  readonly get?: string;
  readonly set?: string;
  readonly "get,set"?: string;
  readonly "get,update"?: string;
  readonly "get,set,update"?: string;
}

/** Everything that a user can say about a stack, checked. */
export interface Settings {
  /** Absent: the resource group's, or the provider's. */
  readonly location?: string;
  readonly resourceGroup: ResourceGroup;
  readonly vault: Vault;
  /** @default rbac, for a vault that the program creates */
  readonly authorizationModel: "rbac" | "accessPolicy";
  /** Always `vault` with access policies, which know no single secret. @default secret */
  readonly grantScope: "secret" | "vault";
  readonly existingRoleIds?: ExistingRoleIds;
  /** @default system */
  readonly identity: "system" | "user";
  /** 7 to 90, of a vault that the program creates. @default 90 */
  readonly softDeleteRetentionDays: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Names that designers may write through the connector, besides those that the refresh writes by it. */
  readonly allowedSecretNames: readonly string[];
  /** Who may call the relay's trigger; empty: not restricted. */
  readonly allowedCallerIpRanges: readonly string[];
  /** Who may read run history; empty: not restricted. */
  readonly runHistoryIpRanges: readonly string[];
  /** @default true */
  readonly alerts: boolean;
  /** Addresses that alerts are sent to; empty: none. */
  readonly alertEmails: readonly string[];
  /** An action group that exists; absent: one is created where there are addresses. */
  readonly actionGroupId?: string;
  /** Absent: logs of runs are kept nowhere but in run history. */
  readonly logAnalyticsWorkspaceId?: string;
  readonly cloud: "public";
  /** At least one. */
  readonly tokens: readonly TokenSettings[];
}
