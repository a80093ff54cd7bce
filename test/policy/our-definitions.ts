import { relayDefinition } from "../../connector";
import type { WorkflowDefinition } from "../../definition";
import type { RefreshedToken } from "../../workflows";
import { refreshDefinition } from "../../workflows";

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
  writePath: "http",
};
const grants: readonly Partial<RefreshedToken>[] = [
  {},
  { clientId: { secretName: "client-id" } },
  { grantType: "refresh_token", refreshTokenSecretName: "refresh-token" },
  { grantType: "refresh_token", refreshTokenSecretName: "refresh-token", clientId: { secretName: "client-id" } },
];
const instanceUrls: readonly Partial<RefreshedToken>[] = [
  { instanceUrl: "none" },
  { instanceUrl: "tag" },
  { instanceUrl: "secret", instanceUrlSecretName: "salesforce-url" },
];
const userIdentity =
  "/subscriptions/0/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/refresh";
const writes = [
  { write: { kind: "http", identity: undefined } },
  { write: { kind: "http", identity: userIdentity }, identity: userIdentity },
  {
    write: {
      kind: "connector",
      queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" },
    },
  },
] as const;

/** The refresh workflow in every variant: grants × write paths × instance URL, each with what tells it apart. */
export const refreshDefinitions: readonly { readonly name: string; readonly definition: WorkflowDefinition }[] =
  grants.flatMap((grant, grantIndex) =>
    instanceUrls.flatMap((instanceUrl) =>
      writes.map((options, writeIndex) => ({
        name: `refresh, grant ${grantIndex}, instance URL ${instanceUrl.instanceUrl ?? ""}, write ${writeIndex}`,
        definition: refreshDefinition({ ...token, ...grant, ...instanceUrl, writePath: options.write.kind }, options),
      })),
    ),
  );

/** Every definition that this program deploys. */
export const ourDefinitions: readonly { readonly name: string; readonly definition: WorkflowDefinition }[] = [
  { name: "relay", definition: relayDefinition({}) },
  { name: "relay, user-assigned identity", definition: relayDefinition({ identity: userIdentity }) },
  ...refreshDefinitions,
];

/** Known values of the parameters that our definitions declare, by name in lower case. */
export const ourParameters: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["vaulturi", "https://shop.vault.azure.net"],
  ["allowedsecretnames", ["salesforce-token", "salesforce-url"]],
]);
