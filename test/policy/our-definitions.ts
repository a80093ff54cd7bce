import { relayDefinition } from "../../connector";
import type { WorkflowDefinition } from "../../definition";
import type { RefreshedToken } from "../../workflows";
import { consumerDefinition, refreshDefinition, type Consumer } from "../../workflows";

const token: RefreshedToken = {
  secretName: "salesforce-token",
  grantType: "client_credentials",
  tokenUrl: "https://acme.my.salesforce.com/services/oauth2/token",
  clientId: { value: "client id" },
  clientSecretName: "salesforce-client-secret",
  instanceUrl: "none",
  allowedInstanceUrlSuffixes: ["acme.my.salesforce.com"],
  intervalMinutes: 60,
  assumedLifetimeMinutes: 120,
  maximumLifetimeMinutes: 1_440,
  writePath: "http",
};
const grants: readonly Partial<RefreshedToken>[] = [
  {},
  { clientId: { secretName: "client-id" } },
  { grantType: "refresh_token", refreshTokenSecretName: "refresh-token" },
  { grantType: "refresh_token", refreshTokenSecretName: "refresh-token", clientId: { secretName: "client-id" } },
];
const requests: readonly Partial<RefreshedToken>[] = [
  {
    grantType: "account_credentials",
    accountId: "account",
    clientId: { secretName: "client-id" },
    clientAuthentication: "basic",
    tokenRequestParameters: { audience: "https://api.example.com" },
    tokenRequestHeaders: { "User-Agent": "@{refresh} @example.com" },
  },
  { clientAuthentication: "basic", introspectionUrl: "https://acme.my.salesforce.com/services/oauth2/introspect" },
];
const instanceUrls: readonly Partial<RefreshedToken>[] = [
  { instanceUrl: "none" },
  { instanceUrl: "tag" },
  { instanceUrl: "secret" },
];
const options: readonly Partial<RefreshedToken>[] = [
  {
    introspectionUrl: "https://acme.my.salesforce.com/services/oauth2/introspect",
    skipWhileFresh: true,
    marginMinutes: 10,
    disableSupersededVersions: true,
  },
  { disableSupersededVersions: true },
];
const userIdentity =
  "/subscriptions/0/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/refresh";
const writes = [
  { write: { kind: "http" } },
  { write: { kind: "http" }, identity: userIdentity },
  {
    write: {
      kind: "connector",
      queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" },
    },
  },
] as const;

/** Grants × write paths × instance URL, each with what tells it apart; and the options, each with every write path. */
const variants: readonly { readonly name: string; readonly changes: Partial<RefreshedToken> }[] = [
  ...grants.flatMap((grant, index) =>
    instanceUrls.map((instanceUrl) => ({
      name: `refresh, grant ${index}, instance URL ${instanceUrl.instanceUrl ?? ""}`,
      changes: { ...grant, ...instanceUrl },
    })),
  ),
  ...options.map((option, index) => ({
    name: `refresh, grant 3, options ${index}`,
    changes: { ...grants.at(-1), instanceUrl: "tag", ...option } as const,
  })),
  ...requests.map((changes, index) => ({ name: `refresh, request ${index}`, changes })),
];

/** The refresh workflow in every variant. */
export const refreshDefinitions: readonly { readonly name: string; readonly definition: WorkflowDefinition }[] =
  variants.flatMap(({ name, changes }) =>
    writes.map((path, index) => ({
      name: `${name}, write ${index}`,
      definition: refreshDefinition({ ...token, ...changes, writePath: path.write.kind }, path),
    })),
  );

const consumer: Consumer = {
  subscription: {
    kind: "existing",
    topicId:
      "/subscriptions/0/resourceGroups/shop/providers/Microsoft.ServiceBus/namespaces/shop-events/topics/crm-updates",
    name: "salesforce",
  },
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id", Name: "name" },
  requiredFields: ["Name"],
};

/** The consumer workflow, with both kinds of identities. */
export const consumerDefinitions: readonly { readonly name: string; readonly definition: WorkflowDefinition }[] = [
  { name: "consumer", definition: consumerDefinition(consumer, { token }) },
  {
    name: "consumer, user-assigned identity",
    definition: consumerDefinition(consumer, { token, identity: userIdentity }),
  },
];

/** Every definition that this program deploys. */
export const ourDefinitions: readonly { readonly name: string; readonly definition: WorkflowDefinition }[] = [
  { name: "relay", definition: relayDefinition({}) },
  { name: "relay, user-assigned identity", definition: relayDefinition({ identity: userIdentity }) },
  ...refreshDefinitions,
  ...consumerDefinitions,
];

/** Known values of the parameters that our definitions declare, by name in lower case. */
export const ourParameters: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["vaulturi", "https://shop.vault.azure.net"],
  ["allowedsecretnames", ["salesforce-token", "salesforce-token-instance-url"]],
]);
