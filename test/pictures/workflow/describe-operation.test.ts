import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeOperation } from "../../../pictures/workflow/describe-operation";

const vault = "https://kv-shop.vault.azure.net";
const bus = "https://sb-shop.servicebus.windows.net";
const identity = (audience: string): object => ({ type: "ManagedServiceIdentity", audience });

describe("What an action does, in words", () => {
  const requests: readonly (readonly [expected: string, inputs: object])[] = [
    ["Key Vault: Get secret", { method: "GET", uri: `${vault}/secrets/@{variables('name')}?api-version=2025-07-01` }],
    [
      "Key Vault: Set secret",
      { method: "put", uri: "@{parameters('v')}/secrets/x", authentication: identity("https://vault.azure.net") },
    ],
    ["Key Vault: Get secret versions", { method: "GET", uri: `${vault}/secrets/x/versions` }],
    ["Key Vault: POST", { method: "POST", uri: `${vault}/keys/x/sign` }],
    ["Service Bus: Peek lock message", { method: "POST", uri: `${bus}/orders/messages/head?timeout=5` }],
    ["Service Bus: Delete message", { method: "DELETE", uri: `${bus}/t/subscriptions/s/messages/@{outputs('Lock')}` }],
    [
      "Resource Manager: Run trigger",
      {
        method: "POST",
        uri: "https://management.azure.com/@{parameters('id')}/triggers/Recurrence/run?api-version=2019-05-01",
      },
    ],
    [
      "Resource Manager: List runs",
      {
        method: "GET",
        uri: "@{parameters('id')}/runs",
        authentication: identity("https://management.usgovcloudapi.net/"),
      },
    ],
    ["Resource Manager: GET", { method: "GET", uri: "https://management.azure.com/subscriptions" }],
    [
      "Token server: Request token",
      { method: "POST", uri: "https://login.example.com/token", body: "grant_type=client_credentials&x=@{body('A')}" },
    ],
    [
      "Token server: Request token",
      { method: "POST", uri: "https://login.example.com/token", body: { grant_type: "password" } },
    ],
    [
      "Token server: Introspect token",
      { method: "POST", uri: "https://login.example.com/oauth2/introspect", body: "token=x" },
    ],
    ["Salesforce: PATCH", { method: "PATCH", uri: "https://@{uriHost(body('A'))}/services/data/v65.0/composite" }],
    ["HTTP: GET api.example.com", { method: "GET", uri: "https://user:canary@api.example.com:8443/canary?key=canary" }],
    ["HTTP: GET", { method: "GET", uri: "https://@{variables('host')}/x" }],
    ["HTTP: GET", { method: "GET", uri: "@variables('uri')" }],
    ["HTTP: GET", { method: "GET", uri: "@{not an expression" }],
    ["HTTP: request", { method: "@variables('method')", uri: 7 }],
  ];
  for (const [expected, inputs] of requests) {
    it(`names the service and the operation of a request: ${expected}`, () => {
      assert.equal(describeOperation("Http", { inputs }), expected);
    });
  }

  const connection = (name: string): object => ({ connection: { name } });
  const others: readonly (readonly [expected: string, type: string, action: object])[] = [
    [
      "Connector: Set secret",
      "ApiConnection",
      { inputs: { method: "put", path: "/secrets/@{encodeURIComponent('x')}" } },
    ],
    [
      "Connector: office365",
      "ApiConnection",
      {
        inputs: {
          host: connection("@parameters('$connections')['office365']['connectionId']"),
          method: "post",
          path: "/v2/Mail",
        },
      },
    ],
    ["Connector: sql", "ApiConnectionWebhook", { inputs: { host: { connection: { referenceName: "sql" } } } }],
    [
      "Built-in connector keyVault: getSecret",
      "ServiceProvider",
      {
        inputs: {
          serviceProviderConfiguration: { serviceProviderId: "/serviceProviders/keyVault", operationId: "getSecret" },
        },
      },
    ],
    ["Recurrence: every 15 minutes", "Recurrence", { recurrence: { frequency: "Minute", interval: 15 } }],
    ["Recurrence: every day", "recurrence", { recurrence: { frequency: "Day", interval: 1 } }],
    ["Recurrence", "Recurrence", { recurrence: { frequency: "@parameters('f')", interval: 1 } }],
    ["When an HTTP request is received", "Request", {}],
    ["Filter array", "Query", {}],
    ["Terminate: Cancelled", "Terminate", { inputs: { runStatus: "Cancelled" } }],
    ["Response", "Response", { inputs: { statusCode: "@outputs('A')['statusCode']" } }],
    ["Unheard_of", "Unheard_of", {}],
    ["constructor", "constructor", {}],
    ["Unknown", "", {}],
  ];
  for (const [expected, type, action] of others) {
    it(`uses the designer's words: ${expected}`, () => {
      assert.equal(describeOperation(type, action as Readonly<Record<string, unknown>>), expected);
    });
  }
});
