import { describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { accessPolicy, group, onVault, readingStack, resource, testStacks, vault, workflow } from "./stack-builder";
import type { StackCase } from "./stack-builder";

/** A workflow that uses the managed Key Vault connector with its own identity. */
function byConnector(path: string, ...secrets: string[]): Stack {
  const connection = {
    connectionId: `${group}/providers/Microsoft.Web/connections/keyvault`,
    id: "/subscriptions/1/providers/Microsoft.Web/locations/westeurope/managedApis/keyvault",
    connectionProperties: { authentication: { type: "ManagedServiceIdentity" } },
  };
  const read = {
    type: "ApiConnection",
    inputs: {
      host: { connection: { name: "@parameters('$connections')['keyvault']['connectionId']" } },
      method: "get",
      path,
    },
    runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
  };
  return {
    resources: [
      vault(),
      accessPolicy(...secrets),
      resource("azure-native:web:Connection", "keyvault", {
        connectionName: "keyvault",
        properties: { alternativeParameterValues: { vaultName: "kv-tokens" } },
      }),
      workflow(
        { Get_secret: read },
        { parameters: { $connections: { type: "Object", defaultValue: {} } } },
        { parameters: { $connections: { value: { keyvault: connection } } } },
      ),
    ],
  };
}

const needs: readonly StackCase[] = [
  ["the Key Vault connector reads a secret", [], byConnector("/secrets/@{encodeURIComponent('key')}/value", "get")],
  ["the Key Vault connector lists secrets", [], byConnector("/secrets", "list")],
  ["the Key Vault connector lists versions", [], byConnector("/secrets/@{encodeURIComponent('key')}/versions", "list")],
  [
    "the Key Vault connector reads, and list is granted",
    ["excess-permissions", "missing-permissions"],
    byConnector("/secrets/a/value", "list"),
  ],
  [
    "the Key Vault connector reads, and set is granted besides",
    ["excess-permissions"],
    byConnector("/secrets/a/value", "get", "set"),
  ],
  [
    "an action type in lower case",
    [],
    readingStack({ Get_secret: { ...onVault("GET", "/secrets/access-token"), type: "http" } }),
  ],
  [
    "an action type in capitals",
    [],
    readingStack({ Get_secret: { ...onVault("GET", "/secrets/access-token"), type: "HTTP" } }),
  ],
  [
    "a polling trigger on the vault",
    [],
    {
      resources: [
        vault(),
        accessPolicy("get"),
        workflow(
          { Get_secret: { type: "Wait" } },
          {
            triggers: {
              Poll: onVault("GET", "/secrets/access-token", {}, { recurrence: { frequency: "Hour", interval: 1 } }),
            },
          },
        ),
      ],
    },
  ],
  ["a vault of another stack, where the grant is made", [], { resources: [workflow({})] }],
  ["the stack's own vault without a grant", ["missing-permissions"], { resources: [vault(), workflow({})] }],
  [
    "POST, which a vault does not have",
    ["missing-permissions"],
    readingStack({ Post: onVault("POST", "/secrets/a", { body: {} }) }),
  ],
];

describe("What workflows need of a vault", () => {
  testStacks(needs);
});
