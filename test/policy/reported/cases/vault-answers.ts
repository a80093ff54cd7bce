import { secured } from "../../../../definition";
import { accessPolicy, http, readingStack, vault, vaultUrl, workflow } from "../../stacks/stack-builder";
import { keyVaultDocs, posts, threads } from "../addresses";
import type { CasesByKind } from "../reported-case";

const identity = (audience: string): object => ({ authentication: { type: "ManagedServiceIdentity", audience } });
const open = { runtimeConfiguration: {} };

function builtIn(operationId: string, runtimeConfiguration: object = {}): object {
  return {
    type: "ServiceProvider",
    inputs: {
      parameters: { secretName: "ApiKey" },
      serviceProviderConfiguration: {
        connectionName: "keyVault",
        operationId,
        serviceProviderId: "/serviceProviders/keyVault",
      },
    },
    runtimeConfiguration,
  };
}

/** Answers of vaults, and of services that repeat what they are sent. */
export const vaultAnswers = {
  source: [
    {
      id: "request-bin-repeats-the-secret",
      what: "a request bin that answers what it is sent, its answer in the open",
      source: posts.requestBin,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Echo: http(
          "POST",
          "https://en1y5xpu7zs5.x.pipedream.net/",
          { body: "@body('Get_secret')?['value']" },
          { runtimeConfiguration: { secureData: { properties: ["inputs"] } } },
        ),
      }),
    },
    {
      id: "other-spelling-of-the-vaults-host",
      what: "a secret by the vault's name of a private link, in the open",
      source: keyVaultDocs.privateLink,
      rules: ["hidden-tokens", "https-and-audience"],
      stack: readingStack({
        Read: http(
          "GET",
          "https://kv-tokens.vaultcore.azure.net/secrets/access-token",
          identity("https://vault.azure.net"),
          open,
        ),
      }),
    },
    {
      id: "metadata-of-a-secret",
      what: "the list of secrets, which holds no value, in the open",
      source: keyVaultDocs.dataPlane,
      rules: [],
      stack: {
        resources: [
          vault(),
          accessPolicy("get", "list"),
          workflow({ List: http("GET", `${vaultUrl}/secrets`, identity("https://vault.azure.net"), open) }),
        ],
      },
    },
    {
      id: "backup-of-a-secret",
      what: "the backup of a secret, which holds its value, in the open",
      source: keyVaultDocs.dataPlane,
      rules: ["hidden-tokens", "missing-permissions"],
      stack: readingStack({
        Back_up: http("POST", `${vaultUrl}/secrets/access-token/backup`, identity("https://vault.azure.net"), open),
      }),
    },
    {
      id: "decrypted-text",
      what: "what the vault decrypts with a key, in the open",
      source: keyVaultDocs.keysDataPlane,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Decrypt: http("POST", `${vaultUrl}/keys/k/1/decrypt`, identity("https://vault.azure.net"), open),
      }),
    },
    {
      id: "public-part-of-a-key",
      what: "the public part of a key, in the open",
      source: keyVaultDocs.keysDataPlane,
      rules: [],
      stack: readingStack({ Key: http("GET", `${vaultUrl}/keys/k`, identity("https://vault.azure.net"), open) }),
    },
    {
      id: "built-in-connector-in-the-open",
      what: "Get secret of the built-in connector of Logic Apps Standard, in the open",
      source: threads.builtInConnector,
      rules: ["hidden-tokens"],
      stack: readingStack({ Get: builtIn("getSecret") }),
    },
    {
      id: "built-in-connector-hidden-and-shown",
      what: "the same hidden, its value in a Compose",
      source: threads.builtInConnector,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Get: builtIn("getSecret", secured),
        Show: { type: "Compose", inputs: "@body('Get')?['value']" },
      }),
    },
    {
      id: "built-in-connector-hidden",
      what: "the same hidden, its value in a hidden request",
      source: threads.builtInConnector,
      rules: [],
      stack: readingStack({
        Get: builtIn("getSecret", secured),
        Call: http("GET", "https://api.example.com/v1", { headers: { "X-Api-Key": "@body('Get')?['value']" } }),
      }),
    },
    {
      id: "decrypted-by-the-connector",
      what: "Decrypt data with key of the connector, in the open",
      source: posts.refreshByParseJson,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Decrypt: {
          type: "ApiConnection",
          inputs: {
            host: { connection: { name: "@parameters('$connections')['keyvault']['connectionId']" } },
            method: "post",
            path: "/keys/@{encodeURIComponent('k')}/decrypt",
            body: { encryptedData: "x" },
          },
        },
      }),
    },
  ],
} satisfies CasesByKind;
