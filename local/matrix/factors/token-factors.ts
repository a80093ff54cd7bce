import type { tokenFields } from "../../../settings/fields/token-fields";
import { tokenServers, type TokenServer } from "./token-servers";

/** Settings of a token, as in a stack file. */
export type TokenKeys = { readonly [Key in keyof typeof tokenFields]?: unknown };

/** What an alternative sets for a token of a server. */
export type TokenChoice = (server: TokenServer) => TokenKeys;

const unset: TokenChoice = () => ({});

/** Object IDs of refresh operators. */
const operators = [
  { principalId: "44444444-4444-4444-8444-444444444444", principalType: "Group" },
  { principalId: "55555555-5555-4555-8555-555555555555", principalType: "ServicePrincipal" },
  { principalId: "66666666-6666-4666-8666-666666666666", principalType: "User" },
];

/** Factors over the settings of the first token, each with the alternatives that it has. */
export const tokenFactors: Readonly<Record<string, Readonly<Record<string, TokenChoice>>>> = {
  tokenUrl: Object.fromEntries(
    Object.entries<TokenServer>(tokenServers).map(([name, { tokenUrl, leftOut }]) => [
      name,
      () => (leftOut === true ? {} : { tokenUrl }),
    ]),
  ),
  provider: {
    unset,
    named: ({ provider = "generic" }) => ({ provider }),
    generic: ({ tokenUrl }) => ({ provider: "generic", tokenUrl }),
  },
  grantType: {
    unset,
    client_credentials: () => ({ grantType: "client_credentials" }),
    refresh_token: () => ({ grantType: "refresh_token", refreshTokenSecretName: "crm-refresh-token" }),
    account_credentials: () => ({ grantType: "account_credentials", accountId: "contoso-account" }),
  },
  secretName: {
    "lower case": () => ({ secretName: "crm-token" }),
    "mixed case": () => ({ secretName: "CRM-Token" }),
    long: () => ({ secretName: `crm-token-${"of-a-customer-".repeat(3)}north-east` }),
  },
  clientId: {
    value: () => ({ clientId: "crm-client" }),
    "in vault": () => ({ clientIdSecretName: "crm-client-id" }),
  },
  clientSecretName: {
    "lower case": () => ({ clientSecretName: "crm-client-secret" }),
    "mixed case": () => ({ clientSecretName: "CRM-Client-Secret" }),
  },
  clientAuthentication: {
    unset,
    post: () => ({ clientAuthentication: "post" }),
    basic: () => ({ clientAuthentication: "basic" }),
  },
  scope: { unset, set: ({ scope }) => ({ scope }) },
  tokenRequestParameters: {
    unset,
    audience: () => ({ tokenRequestParameters: { audience: "https://api.contoso.example" } }),
  },
  tokenRequestHeaders: { unset, set: () => ({ tokenRequestHeaders: { "X-Request-Source": "token refresh" } }) },
  instanceUrl: {
    unset,
    tag: () => ({ instanceUrl: "tag" }),
    secret: () => ({ instanceUrl: "secret" }),
    none: () => ({ instanceUrl: "none" }),
  },
  allowedInstanceUrlSuffixes: {
    unset,
    "its host": () => ({ allowedInstanceUrlSuffixes: ["my.salesforce.com", "example.org"] }),
    "another host": () => ({ allowedInstanceUrlSuffixes: ["fabrikam.com"] }),
  },
  introspectionUrl: {
    unset,
    set: ({ tokenUrl }) => ({ introspectionUrl: tokenUrl.replace(/[^/]*$/, "introspect") }),
  },
  intervalMinutes: { unset, 1: () => ({ intervalMinutes: 1 }) },
  assumedLifetimeMinutes: { unset, 4000: () => ({ assumedLifetimeMinutes: 4_000 }) },
  maximumLifetimeMinutes: { unset, 90: () => ({ maximumLifetimeMinutes: 90 }) },
  marginMinutes: { unset, 0: () => ({ marginMinutes: 0 }) },
  writePath: {
    unset,
    connector: () => ({ writePath: "connector" }),
    http: () => ({ writePath: "http" }),
  },
  skipWhileFresh: {
    unset,
    false: () => ({ skipWhileFresh: false }),
    true: () => ({ skipWhileFresh: true }),
  },
  disableSupersededVersions: {
    unset,
    false: () => ({ disableSupersededVersions: false }),
    true: () => ({ disableSupersededVersions: true }),
  },
  refreshOperators: {
    unset,
    one: () => ({ refreshOperators: operators.slice(0, 1) }),
    "of each type": () => ({ refreshOperators: operators }),
  },
};
