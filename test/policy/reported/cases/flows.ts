import type { Stack } from "../../../../policy/model";
import { getSecret, http, onVault, readingStack } from "../../stacks/stack-builder";
import { logicAppsDocs, playbooks, posts, threads } from "../addresses";
import type { CasesByKind } from "../reported-case";

const hidden = ["hidden-tokens"];
const secret = "@{body('Get_secret')?['value']}";
const open = { runtimeConfiguration: {} };
const shown = (inputs: object): object => ({ ...getSecret, ...inputs });
const token = (options: object = {}): object =>
  http(
    "POST",
    "https://login.salesforce.com/services/oauth2/token",
    { body: "grant_type=client_credentials" },
    options,
  );
const apiCall = (rest: object, options: object = {}): object =>
  http("GET", "https://api.example.com/v1/items", rest, options);
/** A stack whose workflow reads the secret in the open. */
function inTheOpen(actions: object): Stack {
  return readingStack({ Get_secret: shown(open), ...actions });
}

/** Secrets on their way through a workflow. */
export const flows = {
  flow: [
    {
      id: "api-key-in-run-history",
      what: "Get secret of an API key without secure outputs",
      source: playbooks.apiKeyInHistory,
      rules: hidden,
      stack: inTheOpen({}),
    },
    {
      id: "api-key-hidden",
      what: "the same with secure outputs, as it was fixed",
      source: playbooks.apiKeyInHistory,
      rules: [],
      stack: readingStack({ Get_secret: shown({ runtimeConfiguration: { secureData: { properties: ["outputs"] } } }) }),
    },
    {
      id: "api-key-in-a-header",
      what: "a secret with secure outputs in a header of a call whose inputs are shown",
      source: posts.keyInHeader,
      rules: hidden,
      stack: readingStack({ Call: apiCall({ headers: { "Ocp-Apim-Subscription-Key": secret } }, open) }),
    },
    {
      id: "api-key-in-a-hidden-header",
      what: "the same with secure inputs of the call",
      source: posts.keyInHeader,
      rules: [],
      stack: readingStack({
        Call: apiCall(
          { headers: { "Ocp-Apim-Subscription-Key": secret } },
          { runtimeConfiguration: { secureData: { properties: ["inputs"] } } },
        ),
      }),
    },
    {
      id: "two-secrets-of-a-login",
      what: "client id and client secret from the vault, both hidden, as the credentials of a token request in the open",
      source: threads.twoSecrets,
      rules: hidden,
      stack: readingStack({
        Get_id: onVault("GET", "/secrets/access-token"),
        Login: http(
          "POST",
          "https://login.example.com/oauth2/token",
          { body: "grant_type=client_credentials&client_id=@{body('Get_id')?['value']}&client_secret=" + secret },
          open,
        ),
      }),
    },
    {
      id: "client-secret-in-a-token-request",
      what: "a client secret by the connector and the token request with it, both in the open",
      source: playbooks.muleSoft,
      rules: hidden,
      stack: readingStack({
        Get_Access_Token: http(
          "POST",
          "https://anypoint.mulesoft.com/accounts/api/v2/oauth2/token",
          { body: { client_id: "x", client_secret: secret, grant_type: "client_credentials" } },
          { runtimeConfiguration: { contentTransfer: { transferMode: "Chunked" } } },
        ),
      }),
    },
    {
      id: "vault-call-in-plain-history",
      what: "HTTP calls to the vault whose inputs and outputs anybody sees in the run history",
      source: posts.plainHistory,
      rules: hidden,
      stack: readingStack({
        Get_secret: shown(open),
        Trigger_job: http("POST", "https://app.scm.azurewebsites.net/api/triggeredwebjobs/job/run", {
          headers: { Authorization: "Basic @{base64(concat('user:', body('Get_secret')?['value']))}" },
        }),
      }),
    },
    {
      id: "constants-by-parse-json",
      what: "a secret of the vault parsed by Parse JSON as a store of constants",
      source: threads.parsedSecret,
      rules: hidden,
      stack: readingStack({
        Constants: { type: "ParseJson", inputs: { content: "@body('Get_secret')?['value']", schema: {} } },
        Call: apiCall({ headers: { "X-Key": "@{body('Constants')?['key']}" } }),
      }),
    },
    {
      id: "key-in-a-variable",
      what: "an API key that is put into a variable and from there into a call",
      source: posts.keyInVariable,
      rules: hidden,
      stack: readingStack({
        Key: {
          type: "InitializeVariable",
          inputs: { variables: [{ name: "key", type: "string", value: "@body('Get_secret')?['value']" }] },
        },
        Call: apiCall({ headers: { "X-Api-Key": "@variables('key')" } }),
      }),
    },
    {
      id: "user-and-password-in-one-secret",
      what: "a pair with a colon in one secret, sent as Basic credentials by a call whose outputs alone are hidden",
      source: playbooks.pairInOneSecret,
      rules: hidden,
      stack: readingStack({
        Call: apiCall(
          { headers: { "X-Basic": "Basic @{base64(body('Get_secret')?['value'])}" } },
          { runtimeConfiguration: { secureData: { properties: ["outputs"] } } },
        ),
      }),
    },
    {
      id: "response-of-the-secret",
      what: "a Response that answers the secret's value to whoever called",
      source: posts.responseOfSecret,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Response: {
          type: "Response",
          kind: "Http",
          inputs: { statusCode: 200, body: "@body('Get_secret')?['value']" },
        },
      }),
    },
    {
      id: "bearer-of-an-earlier-action",
      what: "the token of an earlier action in a custom header of a call in the open",
      source: threads.bearerInHistory,
      rules: hidden,
      stack: readingStack({
        Token: token(),
        Call: apiCall({ headers: { "X-Authorization": "Bearer @{body('Token')?['access_token']}" } }, open),
      }),
    },
    {
      id: "bearer-from-the-vault",
      what: "get-secret with the identity, hidden, and its value in a call that is hidden too",
      source: threads.bearerFromVault,
      rules: [],
      stack: readingStack({
        "call-endpoint": http("POST", "https://app.example.com/api/scheduled/cleanup", {
          headers: { Authorization: "Bearer @{body('Get_secret')?['value']}" },
        }),
      }),
    },
  ],
  covert: [
    {
      id: "tracked-properties",
      what: "a secret among the tracked properties, which diagnostic logs carry away",
      source: logicAppsDocs.actions,
      rules: hidden,
      stack: readingStack({
        Call: http(
          "GET",
          "https://api.example.com/v1",
          {},
          { trackedProperties: { key: "@body('Get_secret')?['value']" } },
        ),
      }),
    },
    {
      id: "tracked-status",
      what: "the status of an answer among the tracked properties",
      source: logicAppsDocs.actions,
      rules: [],
      stack: readingStack({
        Call: http(
          "GET",
          "https://api.example.com/v1",
          {},
          { trackedProperties: { status: "@outputs('Call')['statusCode']" } },
        ),
      }),
    },
    {
      id: "terminate-message",
      what: "a secret as the message of Terminate, which is the error of the run",
      source: logicAppsDocs.actions,
      rules: hidden,
      stack: readingStack({
        Stop: {
          type: "Terminate",
          inputs: { runStatus: "Failed", runError: { code: "401", message: `refused: ${secret}` } },
        },
      }),
    },
  ],
} satisfies CasesByKind;
