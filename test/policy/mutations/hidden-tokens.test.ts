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
const write = `${actions}/Answer_is_a_token/actions/Set_secret`;
const guard = `${actions}/Name_is_allowed`;
const hidden = { secureData: { properties: ["inputs", "outputs"] } };

/** Adds an action at the end of the refresh of crm-token. */
const then =
  (action: object) =>
  (stack: StackEditor): unknown =>
    stack.set(crm, `${actions}/Another`, { runAfter: { Answer_is_a_token: ["Succeeded"] }, ...action });

const hiddenTokens: readonly Mutation[] = [
  [
    "a read that shows its outputs",
    ["hidden-tokens"],
    (s) => s.set(crm, `${read}/runtimeConfiguration/secureData/properties`, ["inputs"]),
  ],
  [
    "a token request that shows its inputs",
    ["hidden-tokens"],
    (s) => s.set(crm, `${request}/runtimeConfiguration/secureData/properties`, ["outputs"]),
  ],
  ["a write that shows everything", ["hidden-tokens"], (s) => s.remove(crm, `${write}/runtimeConfiguration`)],
  [
    "a relay that shows its trigger",
    ["hidden-tokens"],
    (s) => s.remove(relay, "definition/triggers/manual/runtimeConfiguration"),
  ],
  [
    "a relay that answers with the value",
    ["hidden-tokens"],
    (s) => s.set(relay, `${guard}/actions/Answer/inputs/body`, "@body('Set_secret')"),
  ],
  [
    "a Compose of the token",
    ["hidden-tokens"],
    then({ type: "Compose", inputs: "@body('Request_token')?['access_token']" }),
  ],
  [
    "a Compose that hides it, and one that shows that",
    ["hidden-tokens"],
    (s) =>
      s
        .set(crm, `${actions}/Kept`, {
          type: "Compose",
          runAfter: {},
          inputs: "@body('Request_token')",
          runtimeConfiguration: hidden,
        })
        .set(crm, `${actions}/Shown`, {
          type: "Compose",
          runAfter: { Kept: ["Succeeded"] },
          inputs: "@outputs('Kept')",
        }),
  ],
  [
    "a tracked property with the token",
    ["hidden-tokens"],
    (s) => s.set(crm, `${request}/trackedProperties`, { token: "@body('Request_token')['access_token']" }),
  ],
  [
    "an output of the workflow with the token",
    ["hidden-tokens"],
    (s) =>
      s.set(crm, "definition/outputs", { token: { type: "String", value: "@body('Request_token')['access_token']" } }),
  ],
  [
    "a message of the failure with the answer",
    ["hidden-tokens"],
    (s) => s.set(crm, `${actions}/Fail_run/inputs/runError/message`, "@{body('Request_token')}"),
  ],
  [
    "a variable with the token",
    ["hidden-tokens"],
    then({
      type: "InitializeVariable",
      inputs: { variables: [{ name: "token", type: "string", value: "@body('Request_token')['access_token']" }] },
    }),
  ],
  [
    "a Compose of the token, hidden as far as a Compose can hide",
    ["hidden-tokens"],
    then({ type: "Compose", inputs: "@body('Request_token')?['access_token']", runtimeConfiguration: hidden }),
  ],
  [
    "a Compose of the answer's status",
    [],
    then({ type: "Compose", inputs: "@outputs('Request_token')['statusCode']" }),
  ],
  [
    "a Compose of the token's length",
    [],
    then({ type: "Compose", inputs: "@length(string(body('Request_token')?['access_token']))" }),
  ],
  [
    "a choice among literals by the token",
    [],
    then({ type: "Compose", inputs: "@if(empty(body('Request_token')?['access_token']), 'none', 'some')" }),
  ],
];

describe("The policy pack on secrets that pass through workflows", () => {
  let stack: Stack = { resources: [] };
  before(async () => {
    stack = await baseStack("rbac");
  });
  testMutations(() => stack, hiddenTokens);
});
