import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { secured } from "../../../definition";
import { findExposures } from "../../../policy/data-flow";

const get = {
  type: "Http",
  inputs: { method: "GET", uri: "https://shop.vault.azure.net/secrets/key" },
  runtimeConfiguration: secured,
};
const value = "body('Get')['value']";
const hidesInputs = { secureData: { properties: ["inputs"] } };

/** Where the secret that `Get` answers shows: `action path kind`. */
function shows(actions: object, rest: object = {}): string[] {
  const { exposures } = findExposures({ actions: { Get: get, ...actions }, ...rest }, new Map());
  return exposures.map(({ node, path, kind }) => [...(node === undefined ? [] : [node.name]), path, kind].join(" "));
}

describe("a secret that passes through an action", () => {
  it("is shown by the action's inputs unless they are secured", () => {
    const send = {
      type: "Http",
      inputs: { method: "POST", uri: "https://a.example", headers: { "X-Key": `@{${value}}` } },
    };
    assert.deepEqual(shows({ Send: send }), ["Send inputs.headers.X-Key inputs-not-secured"]);
    assert.deepEqual(shows({ Send: { ...send, runtimeConfiguration: { secureData: { properties: ["outputs"] } } } }), [
      "Send inputs.headers.X-Key inputs-not-secured",
    ]);
    assert.deepEqual(shows({ Send: { ...send, runtimeConfiguration: hidesInputs } }), []);
    const call = { type: "Workflow", inputs: { host: {}, body: { [`@{${value}}`]: 1 } } };
    assert.deepEqual(shows({ Call: call }), ["Call inputs.body.* inputs-not-secured"]);
  });

  it("is in what the action makes of it", () => {
    const select = { type: "Select", inputs: { from: ["a"], select: { k: `@${value}` } } };
    assert.deepEqual(shows({ Select: select }), [
      "Select inputs.select.k inputs-not-secured",
      "Select outputs outputs-not-secured",
    ]);
    const hidden = { ...select, runtimeConfiguration: secured };
    assert.deepEqual(shows({ Select: hidden }), []);
    const send = { type: "Http", inputs: { uri: "https://a.example", body: "@body('Select')" } };
    assert.deepEqual(shows({ Send: send, Select: hidden }), [
      "Send inputs.body inputs-not-secured",
      "Send outputs outputs-not-secured",
    ]);
    const script = {
      type: "JavaScriptCode",
      inputs: { code: "return workflowContext.actions.Get.outputs.body.value" },
    };
    assert.deepEqual(shows({ Script: script }), [
      "Script inputs.code inputs-not-secured",
      "Script outputs outputs-not-secured",
    ]);
  });

  it("cannot be hidden by some kinds of action, whatever they declare", () => {
    const kinds: [action: object, where: string][] = [
      [{ type: "Compose", inputs: { a: `@${value}` } }, "X inputs.a kind-cannot-hide"],
      [{ type: "ParseJson", inputs: { content: "@body('Get')", schema: {} } }, "X inputs.content kind-cannot-hide"],
      [{ type: "SetVariable", inputs: { name: "v", value: `@${value}` } }, "X inputs.value variable"],
      [{ type: "AppendToStringVariable", inputs: { name: "v", value: `@${value}` } }, "X inputs.value variable"],
      [
        { type: "InitializeVariable", inputs: { variables: [{ name: "v", value: `@${value}` }] } },
        "X inputs.variables[0].value variable",
      ],
      [{ type: "Response", inputs: { body: { t: `@${value}` } } }, "X inputs.body.t response"],
      [
        { type: "Terminate", inputs: { runError: { message: `was @{${value}}` } } },
        "X inputs.runError.message terminate-message",
      ],
      [{ type: "Foreach", foreach: `@split(${value}, ',')`, actions: {} }, "X foreach loop"],
      [
        { type: "If", expression: { and: [{ equals: [`@${value}`, "a"] }] } },
        "X expression.and[0].equals[0] condition",
      ],
      [{ type: "Switch", expression: `@${value}`, cases: {} }, "X expression condition"],
      [{ type: "Until", expression: `@body('Get')`, actions: {} }, "X expression condition"],
      [{ type: "Http", inputs: {}, trackedProperties: { t: `@${value}` } }, "X trackedProperties.t tracked-property"],
      [
        { type: "Http", inputs: {}, trackedProperties: { t: "@action()?['x'](" } },
        "X trackedProperties.t unreadable-expression",
      ],
    ];
    for (const [action, where] of kinds) {
      assert.deepEqual(shows({ X: { ...action, runtimeConfiguration: secured } }), [where]);
    }
  });

  it("does not show in a condition that compares it, nor in a choice among literals", () => {
    const actions = {
      If: { type: "If", expression: { and: [{ equals: [`@empty(${value})`, false] }] } },
      Also: { type: "If", expression: `@equals(${value}, 'a')` },
      Switch: { type: "Switch", expression: "@outputs('Get')?['statusCode']", cases: {} },
      End: { type: "Terminate", inputs: { runError: { code: `@if(empty(${value}), 'Empty', 'Other')` } } },
      Answer: { type: "Response", inputs: { statusCode: "@outputs('Get')['statusCode']", body: "@body('Get')['id']" } },
    };
    assert.deepEqual(shows(actions), []);
  });

  it("is carried on by variables, loops, parsed JSON and results", () => {
    const send = (body: string): object => ({
      Send: { type: "Http", inputs: { uri: "https://a.example", body: { body } } },
    });
    const sent = "Send inputs.body.body inputs-not-secured";
    const set = { Set: { type: "SetVariable", inputs: { name: "V", value: `@${value}` } } };
    assert.deepEqual(shows({ ...set, ...send("@variables('v')") }), ["Set inputs.value variable", sent]);
    assert.deepEqual(shows({ ...set, ...send("@variables('w')") }), ["Set inputs.value variable"]);
    const parse = { Parse: { type: "ParseJson", inputs: { content: "@body('Get')" } } };
    const parsed = "Parse inputs.content kind-cannot-hide";
    assert.deepEqual(shows({ ...parse, ...send("@body('Parse')?['id']") }), [parsed]);
    assert.deepEqual(shows({ ...parse, ...send("@body('Parse')?['value']") }), [parsed, sent]);
    const each = { "For each": { type: "Foreach", foreach: `@createArray(${value})`, actions: send("@item()") } };
    assert.deepEqual(shows(each), ["For each foreach loop", sent]);
    const named = {
      "For each": { type: "Foreach", foreach: `@createArray(${value})`, actions: send("@items('For_each')") },
    };
    assert.deepEqual(shows(named), ["For each foreach loop", sent]);
    const scope = (actions: object): object => ({ Scope: { type: "Scope", actions }, ...send("@result('Scope')") });
    assert.deepEqual(shows(scope({ Inner: { type: "Scope", actions: { Again: get } } })), [sent]);
    assert.deepEqual(shows(scope({ Wait: { type: "Wait", inputs: {} } })), []);
    assert.deepEqual(
      shows({
        ...send("@actions('Mid')"),
        Mid: { type: "Http", inputs: { body: { a: `@${value}` } }, runtimeConfiguration: hidesInputs },
      }),
      [sent],
    );
  });

  it("shows in the workflow's outputs, whatever name they have", () => {
    const outputs = {
      token: { type: "String", value: `@${value}` },
      id: { type: "String", value: "@body('Get')['id']" },
    };
    assert.deepEqual(shows({}, { outputs }), ["outputs.token.value workflow-output"]);
  });

  it("shows in what a trigger declares of itself", () => {
    const triggers = {
      Poll: { type: "Http", inputs: get.inputs, conditions: [{ expression: "@triggerBody()['value']" }] },
    };
    assert.deepEqual(shows({}, { triggers }), [
      "Poll outputs outputs-not-secured",
      "Poll conditions[0].expression condition",
    ]);
  });

  it("may hide behind what is unknown, except where everything is hidden", () => {
    const inputs = { uri: Symbol("unknown"), body: { a: [Symbol("unknown")] } };
    const { exposures, unknown } = findExposures(
      { actions: { Open: { type: "Http", inputs }, Hidden: { type: "Http", inputs, runtimeConfiguration: secured } } },
      new Map(),
    );
    assert.deepEqual(exposures, []);
    assert.deepEqual(
      unknown.map(({ node, path }) => `${node.name} ${path}`),
      ["Open inputs.uri", "Open inputs.body.a[0]"],
    );
  });
});
