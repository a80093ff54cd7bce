import { secured } from "../../../definition";
import type { Stack } from "../../../policy/model";
import { accessPolicy, group, http, onVault, readingStack, request, vault, workflow } from "../stacks/stack-builder";
import { keyVaultDocs, logicAppsDocs, playbooks, posts, vendors } from "./addresses";
import type { CasesByKind } from "./reported-case";

const hidden = ["hidden-tokens"];
const names = ["written-secret-names"];
const body = (value: unknown): object => ({ body: { value, attributes: { exp: 1 } } });

/** A stack whose workflow gets and sets secrets, with these actions. */
function writing(actions: object, definition: object = {}): Stack {
  return { resources: [vault(), accessPolicy("get", "set"), workflow(actions, definition)] };
}
const store = (value: unknown): object => onVault("PUT", "/secrets/SalesforceToken", body(value));
const login = (options: object = {}): object =>
  http("POST", "https://login.salesforce.com/services/oauth2/token", { body: "grant_type=password" }, options);
const parse = (content: string, options: object = {}): object => ({
  Parse_JSON: { type: "ParseJson", inputs: { content, schema: {} }, ...options },
});
const initialise = (value: unknown): object => ({
  type: "InitializeVariable",
  inputs: { variables: [{ name: "newValue", type: "string", value }] },
});
const manual = { triggers: { manual: request } };
const caller = "@{triggerBody()?['secretName']}";
const value = "@triggerBody()?['secretValue']";
const guarded = (member: string, actions: object): object => ({
  type: "If",
  expression: { and: [{ contains: ["@createArray('SalesforceToken')", member] }] },
  actions,
});
const each = (foreach: string, actions: object): object => ({ type: "Foreach", foreach, actions });

/** Secrets that workflows write: values, names, and what guards the names. */
export const writtenSecrets = {
  "flow-back": [
    {
      id: "salesforce-token-by-parse-json",
      what: "the token of Salesforce through Parse JSON into the vault",
      source: posts.refreshByParseJson,
      rules: hidden,
      stack: writing({
        HTTP: login(),
        ...parse("@body('HTTP')"),
        Update: store("@body('Parse_JSON')?['access_token']"),
      }),
    },
    {
      id: "salesforce-token-referenced-directly",
      what: "the same without Parse JSON, its login hidden",
      source: posts.refreshByParseJson,
      rules: [],
      stack: writing({ HTTP: login(), Update: store("@body('HTTP')?['access_token']") }),
    },
    {
      id: "two-guids-as-new-value",
      what: "a new value of two GUIDs in a variable",
      source: posts.generatedPassword,
      rules: hidden,
      stack: writing({ New: initialise("@{concat(guid(), guid())}"), Write: store("@variables('newValue')") }),
    },
    {
      id: "old-value-for-rollback",
      what: "the old value, kept in a variable for the rollback",
      source: posts.generatedPassword,
      rules: hidden,
      stack: writing({ Old: initialise("@body('Get_secret')?['value']"), Roll_back: store("@variables('newValue')") }),
    },
    {
      id: "two-guids-in-the-write",
      what: "a new value of two GUIDs that is made within the write",
      source: posts.generatedPassword,
      rules: [],
      stack: writing({ Write: store("@{concat(guid(), guid())}") }),
    },
    {
      id: "renewed-token-in-the-open",
      what: "a flow that renews its token, with credentials that everybody who opens it sees",
      source: posts.plainCredentials,
      rules: hidden,
      stack: writing({
        HTTP: http("POST", "https://id.example.com/connect/renew", { body: { id: "x" } }, { runtimeConfiguration: {} }),
        Update: store("@body('HTTP')?['result']"),
      }),
    },
    {
      id: "session-id-by-xpath",
      what: "the session id of a SOAP login, by xpath",
      source: vendors.salesforceSoap,
      rules: hidden,
      stack: writing({
        Login: http(
          "POST",
          "https://login.salesforce.com/services/Soap/u/58.0",
          { body: "<login/>" },
          { runtimeConfiguration: {} },
        ),
        Write: store("@{xpath(xml(body('Login')), 'string(//*[local-name()=\"sessionId\"])')}"),
      }),
    },
    {
      id: "login-answer-shown",
      what: "the session id of a SOAP login that is hidden, and the whole answer in a Compose",
      source: vendors.salesforceSoap,
      rules: hidden,
      stack: writing({
        Login: http("POST", "https://login.salesforce.com/services/Soap/u/58.0", { body: "<login/>" }),
        Write: store("@{xpath(xml(body('Login')), 'string(//*[local-name()=\"sessionId\"])')}"),
        Show: { type: "Compose", inputs: "@body('Login')" },
      }),
    },
    {
      id: "callers-value-shown-by-the-trigger",
      what: "a secret's value that a caller sends to a trigger that shows it",
      source: posts.callersName,
      rules: hidden,
      stack: writing({ Write: store(value) }, { triggers: { manual: { ...request, runtimeConfiguration: {} } } }),
    },
    {
      id: "callers-value-hidden",
      what: "the same by a trigger that hides it",
      source: posts.callersName,
      rules: [],
      stack: writing({ Write: store(value) }, manual),
    },
  ],
  path: [
    {
      id: "callers-name-by-the-connector",
      what: "Create or update a secret by a connector, under a name that the caller chooses",
      source: posts.callersName,
      rules: names,
      stack: writing(
        {
          Create_or_update_a_secret: {
            type: "ApiConnection",
            inputs: {
              host: { connection: { name: "@parameters('$connections')['azurekeyvault']['connectionId']" } },
              method: "put",
              path: "/secrets/@{encodeURIComponent(triggerBody()?['secretName'])}",
              body: { value },
            },
            runtimeConfiguration: secured,
          },
          Keep: store("@body('Get_secret')?['value']"),
        },
        manual,
      ),
    },
    {
      id: "callers-name-by-resource-manager",
      what: "a secret under a name that the caller chooses, by Resource Manager",
      source: keyVaultDocs.resourceManager,
      rules: names,
      stack: writing({ Write: byResourceManager(caller), Keep: store("@body('Get_secret')?['value']") }, manual),
    },
    {
      id: "one-name-by-resource-manager",
      what: "a secret of one name, by Resource Manager",
      source: keyVaultDocs.resourceManager,
      rules: [],
      stack: writing(
        { Write: byResourceManager("SalesforceToken"), Keep: store("@body('Get_secret')?['value']") },
        manual,
      ),
    },
    {
      id: "callers-name-in-the-data-plane",
      what: "Set Secret under a name that the caller chooses",
      source: keyVaultDocs.dataPlane,
      rules: names,
      stack: writing({ Write: onVault("PUT", `/secrets/${caller}`, body(value)) }, manual),
    },
    {
      id: "name-of-the-token-in-the-data-plane",
      what: "Set Secret under the one name of the token",
      source: posts.refreshByParseJson,
      rules: [],
      stack: writing({ Write: store(value) }, manual),
    },
  ],
  guard: [
    {
      id: "name-on-a-list",
      what: "Set Secret behind a condition that the name is on a list",
      source: logicAppsDocs.actions,
      rules: [],
      stack: writing(
        { Ok: guarded("@triggerBody()?['secretName']", { Write: onVault("PUT", `/secrets/${caller}`, body(value)) }) },
        manual,
      ),
    },
    {
      id: "name-not-on-a-list",
      what: "Set Secret in the branch that is taken when the name is not on the list",
      source: logicAppsDocs.actions,
      rules: names,
      stack: writing(
        {
          Ok: {
            ...guarded("@triggerBody()?['secretName']", {}),
            else: { actions: { Write: onVault("PUT", `/secrets/${caller}`, body(value)) } },
          },
        },
        manual,
      ),
    },
    {
      id: "item-of-the-guarded-loop",
      what: "items() of the loop whose item the condition checked",
      source: logicAppsDocs.functions,
      rules: [],
      stack: writing(
        {
          All: each("@triggerBody()?['names']", {
            Ok: guarded("@item()", { Write: onVault("PUT", "/secrets/@{items('All')}", body(value)) }),
          }),
        },
        manual,
      ),
    },
    {
      id: "item-of-an-inner-loop",
      what: "item() of an inner loop behind a condition on the outer one's",
      source: logicAppsDocs.functions,
      rules: names,
      stack: writing(
        {
          All: each("@triggerBody()?['names']", {
            Ok: guarded("@item()", {
              Inner: each("@triggerBody()?['others']", { Write: onVault("PUT", "/secrets/@{item()}", body(value)) }),
            }),
          }),
        },
        manual,
      ),
    },
    {
      id: "variable-of-parallel-turns",
      what: "a variable that each turn of a parallel loop sets between the condition and the write of another",
      source: logicAppsDocs.loops,
      rules: names,
      stack: writing(
        {
          Start: { type: "InitializeVariable", inputs: { variables: [{ name: "n", type: "string" }] } },
          All: each("@triggerBody()?['names']", {
            Set: { type: "SetVariable", inputs: { name: "n", value: "@item()" } },
            Ok: {
              ...guarded("@variables('n')", { Write: onVault("PUT", "/secrets/@{variables('n')}", body(value)) }),
              runAfter: { Set: ["Succeeded"] },
            },
          }),
        },
        manual,
      ),
    },
  ],
  "read-name": [
    {
      id: "secret-of-the-callers-name-answered",
      what: "a secret whose name the caller chooses, answered to the caller",
      source: posts.responseOfSecret,
      rules: hidden,
      stack: readingStack(
        {
          Read: onVault("GET", "/secrets/@{triggerBody()?['name']}"),
          Response: { type: "Response", kind: "Http", inputs: { statusCode: 200, body: "@body('Read')?['value']" } },
        },
        manual,
      ),
    },
    {
      id: "secret-of-a-parameters-name",
      what: "a secret whose name is a parameter of the playbook",
      source: playbooks.secretNameParameter,
      rules: [],
      stack: readingStack(
        { Read: onVault("GET", "/secrets/@{parameters('ApiKeyName')}") },
        { parameters: { ApiKeyName: { type: "String" } } },
        { parameters: { ApiKeyName: { value: "access-token" } } },
      ),
    },
  ],
} satisfies CasesByKind;

function byResourceManager(name: string): object {
  return http(
    "PUT",
    `https://management.azure.com${group}/providers/Microsoft.KeyVault/vaults/kv-tokens/secrets/${name}?api-version=2022-07-01`,
    {
      body: { properties: { value } },
      authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" },
    },
  );
}
