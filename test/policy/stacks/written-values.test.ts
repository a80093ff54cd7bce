import { describe } from "mocha";
import type { Stack } from "../../../policy/model";
import type { StackCase } from "./stack-builder";
import {
  accessPolicy,
  http,
  onVault,
  readingStack,
  request,
  testStacks,
  vault,
  workflow,
  group,
} from "./stack-builder";

const hidden = ["hidden-tokens"];
const open = { runtimeConfiguration: {} };

/** A stack whose workflow writes a value to the vault, hidden; what comes before may show it. */
function writes(value: unknown, actions: object = {}, definition: object = {}, body: object = {}): Stack {
  const write = onVault("PUT", "/secrets/written", { body: { value, attributes: { exp: 1 }, ...body } });
  return { resources: [vault(), accessPolicy("get", "set"), workflow({ ...actions, Write: write }, definition)] };
}

const manual = { triggers: { manual: { ...request, runtimeConfiguration: {} } } };
const securedManual = { triggers: { manual: request } };
const parse = (content: string): object => ({ Parse: { type: "ParseJson", inputs: { content, schema: {} } } });
const compose = (inputs: unknown): object => ({ Made: { type: "Compose", inputs } });
const initialise = (value: unknown): object => ({
  Start: { type: "InitializeVariable", inputs: { variables: [{ name: "v", type: "string", value }] } },
});
const login = (options: object = open): object => ({
  Login: http("POST", "https://soap.example.com/services/Soap/u/58.0", { body: "<x/>" }, options),
});

const bad: readonly StackCase[] = [
  ["a caller's value, whose trigger shows it", hidden, writes("@triggerBody()?['value']", {}, manual)],
  [
    "a caller's value through Parse JSON",
    hidden,
    writes("@body('Parse')?['value']", parse("@triggerBody()"), securedManual),
  ],
  [
    "a caller's value through Compose",
    hidden,
    writes("@outputs('Made')", compose("@triggerBody()?['v']"), securedManual),
  ],
  [
    "a caller's value through a variable",
    hidden,
    writes("@variables('v')", initialise("@triggerBody()?['v']"), securedManual),
  ],
  ["a caller's form field", hidden, writes("@triggerFormDataValue('password')", {}, manual)],
  ["a generated password in a Compose", hidden, writes("@outputs('Made')", compose("@{concat(guid(),'!A')}"))],
  ["a generated password in a variable", hidden, writes("@variables('v')", initialise("@concat(guid(), rand(1, 9))"))],
  ["an answer in the open, by xpath", hidden, writes("@xpath(xml(body('Login')), 'string(//sessionId)')", login())],
  ["an answer in the open, by property", hidden, writes("@body('Login')?['key']", login())],
  ["an answer in the open, encoded", hidden, writes("@base64(body('Login')?['key'])", login())],
  [
    "an item of a loop over an answer",
    hidden,
    {
      resources: [
        vault(),
        accessPolicy("get", "set"),
        workflow({
          ...login(),
          Each: {
            type: "Foreach",
            foreach: "@body('Login')?['keys']",
            actions: {
              Write: onVault("PUT", "/secrets/written", { body: { value: "@item()", attributes: { exp: 1 } } }),
            },
          },
        }),
      ],
    },
  ],
  [
    "a refresh token in the tags",
    hidden,
    writes(
      "@body('Token')?['access_token']",
      {
        Token: http("POST", "https://login.example.com/oauth2/token"),
      },
      {},
      { tags: { refresh: "@{body('Token')?['refresh_token']}" } },
    ),
  ],
  [
    "a token as content type",
    hidden,
    writes(
      "@body('Token')?['access_token']",
      {
        Token: http("POST", "https://login.example.com/oauth2/token"),
      },
      {},
      { contentType: "@{body('Token')?['refresh_token']}" },
    ),
  ],
  [
    "a write by Resource Manager in the open",
    ["hidden-tokens"],
    {
      resources: [
        vault(),
        accessPolicy("get"),
        workflow(
          {
            Write: http(
              "PUT",
              `https://management.azure.com${group}/providers/Microsoft.KeyVault/vaults/kv-tokens/secrets/a?api-version=1`,
              {
                body: { properties: { value: "@triggerBody()?['value']" } },
                authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" },
              },
              open,
            ),
          },
          securedManual,
        ),
      ],
    },
  ],
];

const good: readonly StackCase[] = [
  ["a caller's value, hidden throughout", [], writes("@triggerBody()?['value']", {}, securedManual)],
  ["a literal, which is a credential but no flow", ["no-credentials"], writes("enabled")],
  ["a time", [], writes("@utcNow()")],
  ["a time through Compose", [], writes("@outputs('Made')", compose("@formatDateTime(utcNow(), 'o')"))],
  ["an id through Compose", [], writes("@outputs('Made')", compose("@guid()"))],
  ["an answer that is hidden", [], writes("@body('Login')?['key']", login({}))],
  [
    "the instance URL of a token's answer",
    [],
    writes("@body('Token')?['instance_url']", {
      Token: http("POST", "https://login.example.com/oauth2/token"),
      Show: { type: "Compose", inputs: "@body('Token')?['instance_url']" },
    }),
  ],
  [
    "the lifetime of an answer in a Compose",
    [],
    writes("@outputs('Made')", { ...login({}), ...compose("@body('Login')?['expires_in']") }),
  ],
  [
    "the type of a token in the tags",
    [],
    writes(
      "@body('Token')?['access_token']",
      {
        Token: http("POST", "https://login.example.com/oauth2/token"),
      },
      {},
      { tags: { type: "@{body('Token')?['token_type']}" } },
    ),
  ],
];

/** A stack whose first workflow hands its secret to a second one. */
function hands(trigger: object, body: object): Stack {
  const { resources } = readingStack({
    Child: {
      type: "Workflow",
      inputs: {
        host: { triggerName: "manual", workflow: { id: `${group}/providers/Microsoft.Logic/workflows/la-child` } },
        body,
      },
      runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
    },
  });
  const parent = workflow({});
  const child = {
    ...parent,
    urn: `${parent.urn}-child`,
    name: "child",
    properties: {
      ...parent.properties,
      workflowName: "la-child",
      identity: {},
      definition: {
        triggers: { manual: trigger },
        actions: {
          Use: http("GET", "https://api.example.com", {
            headers: { Authorization: "Bearer @{triggerBody()?['token']}" },
          }),
        },
      },
    },
  };
  return { resources: [...resources, child] };
}
const token = "@body('Get_secret')?['value']";

describe("Values that are written to a vault", () => {
  testStacks(bad);
  testStacks(good);
});

describe("Secrets that one workflow hands to another", () => {
  testStacks([
    ["the other's trigger shows it", hidden, hands({ ...request, runtimeConfiguration: {} }, { token })],
    ["the other's trigger hides it", [], hands(request, { token })],
    ["nothing secret is handed on", [], hands({ ...request, runtimeConfiguration: {} }, { id: 1 })],
  ]);
});
