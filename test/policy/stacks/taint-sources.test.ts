import { describe } from "mocha";
import type { StackCase } from "./stack-builder";
import { group, http, readingStack, request, testStacks, vaultUrl } from "./stack-builder";

const management = `https://management.azure.com${group}/providers`;
const forManagement = { authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" } };
const forGraph = { authentication: { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" } };
const open = { runtimeConfiguration: {} };
const hidesInputs = { runtimeConfiguration: { secureData: { properties: ["inputs"] } } };
const hidden = ["hidden-tokens"];
const secret = "@{body('Get_secret')?['value']}";

/** A stack whose workflow sends one more request, in the open. */
function sends(method: string, uri: string, rest: object = {}, options: object = open) {
  return readingStack({ Send: http(method, uri, rest, options) });
}

/** A stack whose workflow shows an expression of an answer that is hidden. */
function shows(answer: object, expression: string) {
  return readingStack({ Send: answer, Show: { type: "Compose", inputs: expression } });
}

// More answers, each with the document that shows it, are in test/policy/reported/cases.
const sources: readonly StackCase[] = [
  ["OAuth token by its path", hidden, sends("POST", "https://login.example.com/oauth2/token")],
  ["Armis: access_token", hidden, sends("POST", "https://acme.armis.example/api/v1/access_token/")],
  ["Jamf: auth/token", hidden, sends("POST", "https://acme.jamf.example/api/v1/auth/token")],
  ["vSphere: login", hidden, sends("POST", "https://vcenter.example.com/api/login")],
  [
    "storage: regenerateKey",
    hidden,
    sends("POST", `${management}/Microsoft.Storage/storageAccounts/st/regenerateKey`, forManagement),
  ],
  [
    "Event Grid: regenerateKey of a topic",
    hidden,
    sends("POST", `${management}/Microsoft.EventGrid/topics/t/regenerateKey`, forManagement),
  ],
  [
    "Service Bus: ListKeys in another case",
    hidden,
    sends("POST", `${management}/Microsoft.ServiceBus/namespaces/n/AuthorizationRules/r/ListKeys`, forManagement),
  ],
  [
    "Key Vault by HTTP with Entra ID",
    hidden,
    readingStack({
      Invoke: {
        type: "ApiConnection",
        inputs: {
          host: { connection: { name: "@parameters('$connections')['webcontents']['connectionId']" } },
          method: "post",
          path: "/codeless/InvokeHttp",
          body: { request: { method: "GET", url: `${vaultUrl}/secrets/access-token` } },
        },
      },
    }),
  ],
  [
    "an echo service that is sent the whole secret",
    hidden,
    sends("POST", "https://echo.example.com/", { body: secret }, hidesInputs),
  ],
  [
    "a caller's API key as client tracking id",
    hidden,
    readingStack(
      {},
      {
        triggers: {
          manual: { ...request, correlation: { clientTrackingId: "@{triggerOutputs()['headers']['x-api-key']}" } },
        },
      },
    ),
  ],
  [
    "a token nested in data",
    hidden,
    shows(http("POST", "https://a.example/access_token/"), "@body('Send')?['data']?['access_token']"),
  ],
  [
    "a session cookie among the headers",
    hidden,
    shows(http("POST", "https://a.example/login"), "@outputs('Send')?['headers']?['Set-Cookie']"),
  ],
  [
    "JavaScript that names actions by brackets",
    hidden,
    readingStack({
      Code: {
        type: "JavaScriptCode",
        inputs: { code: 'return workflowContext["actions"]["Get_secret"].outputs.body.value;' },
      },
    }),
  ],
  [
    "JavaScript that hands on its whole context",
    hidden,
    readingStack({
      Code: {
        type: "JavaScriptCode",
        inputs: { code: "return JSON.stringify(workflowContext);", explicitDependencies: { actions: ["Get_secret"] } },
      },
    }),
  ],
];

const neighbours: readonly StackCase[] = [
  [
    "a plain read of Resource Manager",
    [],
    sends("GET", `${management}/Microsoft.Storage/storageAccounts/st?api-version=1`, forManagement),
  ],
  ["a list of resources", [], sends("GET", `${management}/Microsoft.Logic/workflows?api-version=1`, forManagement)],
  ["Graph: users", [], sends("GET", "https://graph.microsoft.com/v1.0/users", forGraph)],
  [
    "Graph: authentication methods of a user",
    [],
    sends("GET", "https://graph.microsoft.com/v1.0/users/x/authentication/methods", forGraph),
  ],
  [
    "sessions of a conference",
    [],
    sends("POST", "https://api.example.com/events/1/sessions", { body: { title: "x" } }),
  ],
  ["tokens of a language model, counted", [], sends("GET", "https://api.example.com/usage/tokens")],
  ["tokens of a text, counted", [], sends("POST", "https://api.example.com/v1/messages/count_tokens")],
  ["a token that is checked", [], sends("POST", "https://api.example.com/v1/verify-token")],
  [
    "an API that is sent the secret in a header only",
    [],
    sends("GET", "https://api.example.com/v1", { headers: { "X-Api-Key": secret } }, hidesInputs),
  ],
  [
    "public fields of a token's answer",
    [],
    shows(http("POST", "https://a.example/oauth2/token"), "@body('Send')?['expires_in']"),
  ],
  ["the status of a login", [], shows(http("POST", "https://a.example/login"), "@outputs('Send')['statusCode']")],
  [
    "a caller's request id",
    [],
    readingStack(
      {},
      {
        triggers: {
          manual: { ...request, correlation: { clientTrackingId: "@{triggerOutputs()['headers']['x-request-id']}" } },
        },
      },
    ),
  ],
  [
    "JavaScript on another action",
    [],
    readingStack({
      Plain: { type: "Compose", inputs: 1 },
      Code: { type: "JavaScriptCode", inputs: { code: "return workflowContext.actions.Plain.outputs;" } },
    }),
  ],
];

describe("Sources of secrets", () => {
  testStacks(sources);
  testStacks(neighbours);
});
