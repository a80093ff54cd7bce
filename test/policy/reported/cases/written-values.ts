import type { Stack } from "../../../../policy/model";
import { accessPolicy, http, onVault, readingStack, request, vault, workflow } from "../../stacks/stack-builder";
import { playbooks, posts, vendors } from "../addresses";
import type { CasesByKind } from "../reported-case";

const hidden = ["hidden-tokens"];
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
const value = "@triggerBody()?['secretValue']";

const resetPassword = (password: string, options: object = {}): object =>
  http(
    "PATCH",
    "https://graph.microsoft.com/v1.0/users/@{triggerBody()?['upn']}",
    {
      authentication: { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" },
      body: { passwordProfile: { forceChangePasswordNextSignIn: true, password } },
    },
    options,
  );

/** Values that workflows write to a vault, and secrets that they read by a given name. */
export const writtenValues = {
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
      id: "reset-password-in-a-variable",
      what: "a new password of a user, a GUID in a variable, sent to Graph by a request that hides it",
      source: playbooks.passwordReset,
      rules: hidden,
      stack: readingStack({
        Initialize_variable: {
          type: "InitializeVariable",
          inputs: { variables: [{ name: "Password", type: "String", value: "null" }] },
        },
        Set_variable: { type: "SetVariable", inputs: { name: "Password", value: "@{guid()}" } },
        HTTP: resetPassword("@{variables('Password')}"),
      }),
    },
    {
      id: "reset-password-in-the-request",
      what: "a new password of a user that is made within the hidden request",
      source: playbooks.passwordReset,
      rules: [],
      stack: readingStack({ HTTP: resetPassword("@{guid()}") }),
    },
    {
      id: "reset-password-in-an-open-request",
      what: "a new password of a user that is made within a request that shows it",
      source: playbooks.passwordReset,
      rules: hidden,
      stack: readingStack({ HTTP: resetPassword("@{guid()}", { runtimeConfiguration: {} }) }),
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
