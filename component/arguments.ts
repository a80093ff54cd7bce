// Written by `npm run settings` from the schemas in settings/; edit those.

import type * as pulumi from "@pulumi/pulumi";

export enum AzureCloud {
  Public = "public",
  Usgovernment = "usgovernment",
  China = "china",
}

export enum AuthorizationModel {
  Rbac = "rbac",
  AccessPolicy = "accessPolicy",
}

export enum GrantScope {
  Secret = "secret",
  Vault = "vault",
}

export enum ManagedIdentity {
  System = "system",
  User = "user",
}

export enum TokenProvider {
  Salesforce = "salesforce",
  Entra = "entra",
  Auth0 = "auth0",
  Okta = "okta",
  Keycloak = "keycloak",
  Google = "google",
  Hubspot = "hubspot",
  Xero = "xero",
  Quickbooks = "quickbooks",
  Zoom = "zoom",
  Docusign = "docusign",
  Servicenow = "servicenow",
  Dynamics = "dynamics",
  Generic = "generic",
}

export enum GrantType {
  ClientCredentials = "client_credentials",
  RefreshToken = "refresh_token",
  AccountCredentials = "account_credentials",
}

export enum ClientAuthentication {
  Post = "post",
  Basic = "basic",
}

export enum InstanceUrlStorage {
  Tag = "tag",
  Secret = "secret",
  None = "none",
}

/** The arguments of SetSecretConnector. */
export interface SetSecretConnectorArgs {
  /** Name of the resource group to create the resources in. */
  resourceGroupName: pulumi.Input<string>;
  /** Azure location of the resources. Default: that of the resource group. */
  location?: pulumi.Input<string>;
  /** Resource ID of the key vault. */
  vaultId: pulumi.Input<string>;
  /** Azure cloud that the vault is in, which azure-native must deploy to. Default: public. */
  cloud?: AzureCloud;
  /** How the vault authorizes requests: Azure RBAC or access policies. With access policies, components of one vault must wait for one another, by dependsOn. */
  authorizationModel: AuthorizationModel;
  /** Scope of role assignments: each secret that is used, or the whole vault. Default: secret; vault with accessPolicy, which cannot grant access to single secrets. */
  grantScope?: GrantScope;
  /** IDs of existing role definitions, by the operations on secrets that they allow: get, set, or get,set; with disableSupersededVersions also get,set,update. Only with rbac. Default: custom roles are created where none is set. */
  existingRoleIds?: Record<string, string>;
  /** Managed identity of each Logic App: system-assigned or user-assigned. Default: `system`. */
  identity?: ManagedIdentity;
  /** Tags of every resource. Default: none. */
  tags?: Record<string, string>;
  /** IP ranges from which run history content can be read. Default: not restricted. */
  runHistoryIpRanges?: string[];
  /** Secrets that Logic Apps may write through the connector, at least one. */
  allowedSecretNames: string[];
  /** IP ranges that may call the relay: those of the region's connectors. Default: not restricted. */
  allowedCallerIpRanges?: string[];
}

/** The arguments of TokenRefresh. */
export interface TokenRefreshArgs {
  /** Name of the resource group to create the resources in. */
  resourceGroupName: pulumi.Input<string>;
  /** Azure location of the resources. Default: that of the resource group. */
  location?: pulumi.Input<string>;
  /** Resource ID of the key vault. */
  vaultId: pulumi.Input<string>;
  /** Azure cloud that the vault is in, which azure-native must deploy to. Default: public. */
  cloud?: AzureCloud;
  /** How the vault authorizes requests: Azure RBAC or access policies. With access policies, components of one vault must wait for one another, by dependsOn. */
  authorizationModel: AuthorizationModel;
  /** Scope of role assignments: each secret that is used, or the whole vault. Default: secret; vault with accessPolicy, which cannot grant access to single secrets. */
  grantScope?: GrantScope;
  /** IDs of existing role definitions, by the operations on secrets that they allow: get, set, or get,set; with disableSupersededVersions also get,set,update. Only with rbac. Default: custom roles are created where none is set. */
  existingRoleIds?: Record<string, string>;
  /** Managed identity of each Logic App: system-assigned or user-assigned. Default: `system`. */
  identity?: ManagedIdentity;
  /** Tags of every resource. Default: none. */
  tags?: Record<string, string>;
  /** IP ranges from which run history content can be read. Default: not restricted. */
  runHistoryIpRanges?: string[];
  /** Create alert rules for failed refreshes and for refreshes that do not run. Default: `true`. */
  alerts?: boolean;
  /** Email addresses that receive alerts, through a new action group. Cannot be combined with actionGroupId. Default: no emails are sent. */
  alertEmails?: string[];
  /** Resource ID of an existing action group that receives alerts. Cannot be combined with alertEmails. Default: a new action group is created for alertEmails. */
  actionGroupId?: string;
  /** Resource ID of a Log Analytics workspace that receives the Logic Apps' diagnostic logs, which contain no inputs and outputs. With alerts, an additional alert reports the error code of a failed refresh. Default: no logs are sent. */
  logAnalyticsWorkspaceId?: string;
  /** Name of the vault secret that stores the token. */
  secretName: string;
  /** Provider of the token. Its defaults, listed in docs/providers.md, replace the general ones. generic has none. Default: the one that has the host of tokenUrl; otherwise generic. */
  provider?: TokenProvider;
  /** OAuth 2.0 grant type (RFC 6749) used to obtain the token; account_credentials is that of Zoom's server-to-server apps. Default: `client_credentials`. */
  grantType?: GrantType;
  /** URL of the token endpoint. Must use https, without credentials and fragment. Default: required, unless all customers of the provider have the same. */
  tokenUrl?: string;
  /** OAuth client ID. Set either this or clientIdSecretName. */
  clientId?: string;
  /** Name of the vault secret that holds the client ID. Set either this or clientId. */
  clientIdSecretName?: string;
  /** Name of the vault secret that holds the client secret. Never the client secret itself. */
  clientSecretName: string;
  /** How the client authenticates (RFC 6749, section 2.3.1): post sends the client's ID and secret in the form, basic in an Authorization header. Default: `post`. */
  clientAuthentication?: ClientAuthentication;
  /** Name of the vault secret that holds the refresh token and receives rotated ones. Required with grantType refresh_token, not allowed otherwise. */
  refreshTokenSecretName?: string;
  /** Scope of the token: values separated by single spaces. Default: none is requested; the server decides. */
  scope?: string;
  /** Account ID. Required with grantType account_credentials, not allowed otherwise. */
  accountId?: string;
  /** Further parameters of the token request, such as audience or resource. Never a secret. Default: none. */
  tokenRequestParameters?: Record<string, string>;
  /** Further headers of the token request. Never a secret. Default: none. */
  tokenRequestHeaders?: Record<string, string>;
  /** Where to store the instance_url of the token response: in a tag of the token's secret, in a separate secret named {secretName}-instance-url, or nowhere. Default: `tag` for Salesforce, `none` otherwise. */
  instanceUrl?: InstanceUrlStorage;
  /** Hosts that are accepted in an instance_url, exactly or as a suffix. Default: the host of tokenUrl; every My Domain of the same Salesforce cloud, such as my.salesforce.com, for a host that customers share. */
  allowedInstanceUrlSuffixes?: string[];
  /** URL of the token introspection endpoint (RFC 7662), used to read a token's expiry when the response has no expires_in. For Salesforce: https://{your domain}.my.salesforce.com/services/oauth2/introspect. Default: no introspection. */
  introspectionUrl?: string;
  /** Minutes between refreshes. Must be less than assumedLifetimeMinutes − marginMinutes. Default: `60`. */
  intervalMinutes?: number;
  /** Assumed token lifetime in minutes, used when neither expires_in nor introspection gives one (Salesforce sends no expires_in). Default: `120`. */
  assumedLifetimeMinutes?: number;
  /** Longest token lifetime in minutes that is taken from the token server; a longer one, as of a server that sends milliseconds, is cut to it. Never shorter than assumedLifetimeMinutes. Default: `1440`. */
  maximumLifetimeMinutes?: number;
  /** Minutes before a token expires by which the next token must be stored. Default: `10`. */
  marginMinutes?: number;
  /** Skip a run while the stored token remains valid for another interval plus the margin, and do not store an unchanged token again. Grants the Logic App read access to the token. Default: `false`. */
  skipWhileFresh?: boolean;
  /** Disable the version before the one that is replaced. Grants the Logic App read and update access to the token's secret. Default: `false`. */
  disableSupersededVersions?: boolean;
}
