import { accessPolicy, http, readingStack, vault, vaultUrl, workflow } from "../../stacks/stack-builder";
import { keyVaultDocs, posts } from "../addresses";
import type { CasesByKind } from "../reported-case";

const identity = (audience: string): object => ({ authentication: { type: "ManagedServiceIdentity", audience } });
const open = { runtimeConfiguration: {} };

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
  ],
} satisfies CasesByKind;
