import { before, describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { baseStack } from "./base-stacks";
import type { Mutation } from "./mutation";
import { testMutations } from "./mutation";
import type { StackEditor } from "./stack-editor";

const crm = "Workflow refresh-crm-token";
const relay = "Workflow set-secret-relay";
const actions = "definition/actions";
const read = `${actions}/Get_client_secret`;
const request = `${actions}/Request_token`;
const connector = "CustomApi set-secret";
const hidden = { secureData: { properties: ["inputs", "outputs"] } };
const apiKey = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");

/** Adds an action at the end of the refresh of crm-token. */
const then =
  (action: object) =>
  (stack: StackEditor): unknown =>
    stack.set(crm, `${actions}/Another`, { runAfter: { Answer_is_a_token: ["Succeeded"] }, ...action });

const credentials: readonly Mutation[] = [
  [
    "a password in a request",
    ["no-credentials"],
    (s) =>
      s.set(crm, `${request}/inputs/authentication`, {
        type: "Basic",
        username: "crm",
        password: "a-password-of-somebody",
      }),
  ],
  [
    "a client secret in a request",
    ["no-credentials"],
    (s) =>
      s.set(crm, `${request}/inputs/authentication`, {
        type: "ActiveDirectoryOAuth",
        tenant: "t",
        audience: "a",
        clientId: "c",
        secret: "a-secret-of-somebody",
      }),
  ],
  [
    "an Authorization header",
    ["no-credentials"],
    (s) => s.set(crm, `${request}/inputs/headers/Authorization`, "Bearer 00D5g000004abcd!AQEAQJ8rN2kLmNoPqRsTuVwXyZ"),
  ],
  ["an API key by its shape", ["no-credentials"], then({ type: "Compose", inputs: apiKey })],
  [
    "a callback URL with its signature",
    ["no-credentials"],
    then({
      type: "Http",
      inputs: {
        method: "POST",
        uri: "https://prod-12.westeurope.logic.azure.com/workflows/x/triggers/manual/paths/invoke?sp=x&sig=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MDEyMzQ1Njc4OTA",
      },
    }),
  ],
  [
    "a random key in a parameter's value",
    ["no-credentials"],
    (s) =>
      s
        .set(crm, "parameters/settings", { value: "q8Zt1vR7nX3bM5kJ9wL2pD6sF4gH0cYA" })
        .set(crm, "definition/parameters/settings", { type: "String" }),
  ],
  [
    "a key in a connection",
    ["no-credentials"],
    (s) =>
      s.add("azure-native:web:Connection", "another", {
        properties: { api: { id: "x" }, parameterValues: { api_key: "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MDEyMzQ1Njc4OTA" } },
      }),
  ],
  [
    "a client secret in a connector",
    ["no-credentials"],
    (s) =>
      s.set(connector, "properties/connectionParameters/token", {
        type: "oauthSetting",
        oAuthSettings: { clientSecret: "a-secret-of-somebody" },
      }),
  ],
  [
    "an Authorization header from the vault",
    [],
    (s) => s.set(crm, `${request}/inputs/headers/Authorization`, "Bearer @{body('Get_client_secret')['value']}"),
  ],
  ["a GUID", [], then({ type: "Compose", inputs: "9fb47ba4-5a5e-4af7-8dc9-f358d9d33be4" })],
];

const parameters: readonly Mutation[] = [
  [
    "a password as a String",
    ["secure-parameters"],
    (s) => s.set(crm, "definition/parameters/password", { type: "String" }),
  ],
  [
    "a client secret as a String",
    ["secure-parameters"],
    (s) => s.set(crm, "definition/parameters/clientSecret", { type: "string" }),
  ],
  [
    "an API key as an Object",
    ["secure-parameters"],
    (s) => s.set(crm, "definition/parameters/api_key", { type: "Object" }),
  ],
  [
    "a SecureString with a default",
    ["secure-parameters"],
    (s) => s.set(crm, "definition/parameters/password", { type: "SecureString", defaultValue: "none" }),
  ],
  [
    "a SecureObject with a default",
    ["secure-parameters"],
    (s) =>
      s.set(relay, "definition/parameters/credentials", { type: "SecureObject", defaultValue: { user: "somebody" } }),
  ],
  [
    "a SecureString without a default",
    [],
    (s) => s.set(crm, "definition/parameters/password", { type: "SecureString" }),
  ],
  [
    "the name of a secret as a String",
    [],
    (s) => s.set(crm, "definition/parameters/clientSecretName", { type: "String", defaultValue: "crm-client-secret" }),
  ],
];

const addresses: readonly Mutation[] = [
  [
    "a token URL by http",
    ["https-and-audience"],
    (s) => s.set(crm, `${request}/inputs/uri`, "http://login.example.com/oauth2/token"),
  ],
  [
    "the vault by http",
    // A vault that is not of the stack may be granted elsewhere.
    ["excess-permissions", "https-and-audience"],
    (s) => s.set(crm, `${read}/inputs/uri`, "http://secrets.vault.azure.net/secrets/crm-client-secret"),
  ],
  [
    "the identity's token for the vault to somebody else",
    ["https-and-audience"],
    (s) =>
      s.set(crm, `${request}/inputs/authentication`, {
        type: "ManagedServiceIdentity",
        audience: "https://vault.azure.net",
      }),
  ],
  [
    "the vault with an audience of Azure's management",
    ["excess-permissions", "https-and-audience"],
    (s) => s.set(crm, `${read}/inputs/authentication/audience`, "https://management.azure.com/"),
  ],
  [
    "a host that the run says",
    ["https-and-audience"],
    then({
      type: "Http",
      inputs: {
        method: "GET",
        uri: "https://@{triggerBody()?['host']}/x",
        authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
      },
    }),
  ],
  [
    "another cloud's vault with this one's audience",
    ["https-and-audience"],
    then({
      type: "Http",
      inputs: {
        method: "GET",
        uri: "https://x.vault.azure.cn/keys",
        authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
      },
      runtimeConfiguration: hidden,
    }),
  ],
  [
    "an https address without a token",
    [],
    then({ type: "Http", inputs: { method: "GET", uri: "https://status.example.com/" } }),
  ],
];

describe("The policy pack on credentials, parameters and addresses", () => {
  let stack: Stack = { resources: [] };
  before(async () => {
    stack = await baseStack("rbac");
  });
  testMutations(() => stack, credentials);
  testMutations(() => stack, parameters);
  testMutations(() => stack, addresses);
});
