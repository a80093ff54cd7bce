import { describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { accessPolicy, group, http, onVault, request, testStacks, vault, workflow } from "./stack-builder";
import type { StackCase } from "./stack-builder";

const any = ["written-secret-names"];
const body = { value: "@triggerBody()?['value']", attributes: { exp: 1 } };
const list = "@createArray('access-token')";

/** A relay's stack with these actions. */
function relay(actions: object): Stack {
  return {
    resources: [vault(), accessPolicy("get", "set"), workflow(actions, { triggers: { manual: request } })],
  };
}
const write = (name: string): object => onVault("PUT", `/secrets/${name}`, { body });
const guard = (member: string, actions: object, rest: object = {}): object => ({
  type: "If",
  expression: { and: [{ contains: [list, member] }] },
  actions,
  ...rest,
});
const name = "@triggerBody()?['name']";
const inText = "@{triggerBody()?['name']}";
const initialise = { type: "InitializeVariable", inputs: { variables: [{ name: "n", type: "string", value: name }] } };
const set = (runAfter: object = {}): object => ({ type: "SetVariable", runAfter, inputs: { name: "N", value: name } });
const each = (foreach: string, actions: object): object => ({ type: "Foreach", foreach, actions });

const cases: readonly StackCase[] = [
  ["a literal name", [], relay({ Write: write("access-token") })],
  ["a caller's name", any, relay({ Write: write(inText) })],
  ["a caller's name behind two slashes", any, relay({ Write: onVault("PUT", `//secrets/${inText}`, { body }) })],
  ["a caller's name by an action type in lower case", any, relay({ Write: { ...write(inText), type: "http" } })],
  [
    "a caller's name by a connector in capitals",
    any,
    relay({
      Write: {
        type: "APICONNECTION",
        inputs: {
          host: { connection: { name: "@parameters('$connections')['kv']['connectionId']" } },
          method: "put",
          path: "/secrets/@{encodeURIComponent(triggerBody()?['name'])}",
          body,
        },
        runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
      },
      Keep: write("access-token"),
    }),
  ],
  [
    "a caller's name by Resource Manager",
    any,
    relay({
      Write: http(
        "PUT",
        `https://management.azure.com${group}/providers/Microsoft.KeyVault/vaults/kv/secrets/${inText}?api-version=1`,
        {
          body: { properties: { value: body.value } },
          authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" },
        },
      ),
      Keep: write("access-token"),
    }),
  ],
  [
    "a literal name by Resource Manager",
    [],
    relay({
      Write: http(
        "PUT",
        `https://management.azure.com${group}/providers/Microsoft.KeyVault/vaults/kv/secrets/access-token?api-version=1`,
        {
          body: { properties: { value: body.value } },
          authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" },
        },
      ),
      Keep: write("access-token"),
    }),
  ],
  ["a guarded name", [], relay({ Ok: guard(name, { Write: write(inText) }) })],
  [
    "a guarded name, its guard's type in lower case",
    [],
    relay({ Ok: guard(name, { Write: write(inText) }, { type: "if" }) }),
  ],
  [
    "another name than the guarded one",
    any,
    relay({ Ok: guard("@triggerBody()?['other']", { Write: write(inText) }) }),
  ],
  [
    "a guarded item of the same loop",
    [],
    relay({ All: each("@triggerBody()?['names']", { Ok: guard("@item()", { Write: write("@{item()}") }) }) }),
  ],
  [
    "a guarded item, named at the write",
    [],
    relay({
      "All names": each("@triggerBody()?['names']", {
        Ok: guard("@item()", { Write: write("@{items('All_names')}") }),
      }),
    }),
  ],
  [
    "an item of an inner loop behind a guard on the outer one",
    any,
    relay({
      Outer: each("@triggerBody()?['names']", {
        Ok: guard("@item()", { Inner: each("@triggerBody()?['others']", { Write: write("@{item()}") }) }),
      }),
    }),
  ],
  [
    "an item of the outer loop, named within the inner one",
    [],
    relay({
      Outer: each("@triggerBody()?['names']", {
        Ok: guard("@item()", { Inner: each("@triggerBody()?['others']", { Write: write("@{items('Outer')}") }) }),
      }),
    }),
  ],
  [
    "a guarded variable that is only initialised",
    [],
    relay({
      Start: initialise,
      Ok: guard("@variables('n')", { Write: write("@{variables('n')}") }, { runAfter: { Start: ["Succeeded"] } }),
    }),
  ],
  [
    "a guarded variable that is set before",
    [],
    relay({
      Start: initialise,
      Set: set({ Start: ["Succeeded"] }),
      Ok: guard("@variables('n')", { Write: write("@{variables('n')}") }, { runAfter: { Set: ["Succeeded"] } }),
    }),
  ],
  [
    "a variable that is set behind its guard",
    any,
    relay({
      Start: initialise,
      Ok: guard(
        "@variables('n')",
        { Set: set(), Write: write("@{variables('n')}") },
        { runAfter: { Start: ["Succeeded"] } },
      ),
    }),
  ],
  [
    "a variable that is set beside its guard",
    any,
    relay({
      Start: initialise,
      Set: set({ Start: ["Succeeded"] }),
      Ok: guard("@variables('n')", { Write: write("@{variables('n')}") }, { runAfter: { Start: ["Succeeded"] } }),
    }),
  ],
  [
    "a variable that every turn of a loop sets",
    any,
    relay({
      Start: initialise,
      All: each("@triggerBody()?['names']", {
        Set: set(),
        Ok: guard("@variables('n')", { Write: write("@{variables('n')}") }, { runAfter: { Set: ["Succeeded"] } }),
      }),
    }),
  ],
];

describe("Names of secrets that workflows write", () => {
  testStacks(cases);
});
