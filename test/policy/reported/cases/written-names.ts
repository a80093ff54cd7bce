import { secured } from "../../../../definition";
import type { Stack } from "../../../../policy/model";
import { accessPolicy, group, http, onVault, request, vault, workflow } from "../../stacks/stack-builder";
import { keyVaultDocs, logicAppsDocs, posts } from "../addresses";
import type { CasesByKind } from "../reported-case";

const names = ["written-secret-names"];
const body = (value: unknown): object => ({ body: { value, attributes: { exp: 1 } } });
/** A stack whose workflow gets and sets secrets, with these actions. */
function writing(actions: object, definition: object = {}): Stack {
  return { resources: [vault(), accessPolicy("get", "set"), workflow(actions, definition)] };
}

const store = (value: unknown): object => onVault("PUT", "/secrets/SalesforceToken", body(value));
const manual = { triggers: { manual: request } };
const caller = "@{triggerBody()?['secretName']}";
const value = "@triggerBody()?['secretValue']";
const guarded = (member: string, actions: object): object => ({
  type: "If",
  expression: { and: [{ contains: ["@createArray('SalesforceToken')", member] }] },
  actions,
});
const each = (foreach: string, actions: object): object => ({ type: "Foreach", foreach, actions });
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

/** Names of secrets that workflows write, and what guards them. */
export const writtenNames = {
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
      stack: writing(
        { Write: onVault("PUT", "/secrets/@{encodeURIComponent('SalesforceToken')}", body(value)) },
        manual,
      ),
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
} satisfies CasesByKind;
