import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compose, http, workflowBench } from "./workflow-bench";

describe("data actions", () => {
  const parse = (content: unknown, schema: object): object => ({
    type: "ParseJson",
    runAfter: {},
    inputs: { content, schema },
  });

  it("ParseJson gives the value of a JSON text, by a schema that is not evaluated", async () => {
    const schema = { type: "object", properties: { "@odata.id": { type: "string" } } };
    const run = await workflowBench().run({
      actions: { Parse: parse('{"a":1}', schema), Read: compose("@body('Parse')['a']", { Parse: ["Succeeded"] }) },
    });
    assert.equal(run.actions[1]?.outputs, 1);
  });

  it("ParseJson fails on what is not JSON and on what breaks the schema, without the value in its message", async () => {
    const broken = await workflowBench().run({ actions: { Parse: parse("hunter2", {}) } });
    assert.deepEqual(broken.actions[0]?.error, {
      code: "InvalidJson",
      message: "The content of the action is not valid JSON.",
    });
    const wrong = await workflowBench().run({
      actions: { Parse: parse('{"a":"hunter2"}', { properties: { a: { type: "integer" } } }) },
    });
    assert.deepEqual(wrong.actions[0]?.error, {
      code: "SchemaValidationFailed",
      message: "Schema validation failed: /a must be integer.",
    });
  });

  it("Select makes what one expression says of each item, and Query keeps items, both hidden where they say so", async () => {
    const hide = { runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } } };
    const records = [{ id: "7", name: "hunter2" }, { id: "8" }];
    const map =
      "@union(json('{\"attributes\":{\"type\":\"Account\"}}'), setProperty(json('{}'), 'Key__c', item()?['id']), " +
      "if(contains(item(), 'name'), setProperty(json('{}'), 'Name', item()?['name']), json('{}')))";
    const bench = workflowBench();
    const run = await bench.run({
      actions: {
        Map: { type: "Select", runAfter: {}, inputs: { from: records, select: map }, ...hide },
        Named: {
          type: "Query",
          runAfter: { Map: ["Succeeded"] },
          inputs: { from: "@body('Map')", where: "@contains(item(), 'Name')" },
          ...hide,
        },
        Send: http(
          { method: "PATCH", body: { all: "@body('Map')", named: "@body('Named')" } },
          { runAfter: { Named: ["Succeeded"] }, ...hide },
        ),
      },
    });
    const attributes = { type: "Account" };
    const named = { attributes, Key__c: "7", Name: "hunter2" };
    assert.deepEqual(JSON.parse(bench.requests[0]?.body ?? ""), {
      all: [named, { attributes, Key__c: "8" }],
      named: [named],
    });
    assert.doesNotMatch(JSON.stringify(run), /hunter2/);
  });

  it("Select and Query fail for what is no array", async () => {
    for (const [type, inputs] of [
      ["Select", { from: "@string('a')", select: "@item()" }],
      ["Query", { from: "@string('a')", where: "@equals(item(), 1)" }],
    ] as const) {
      const run = await workflowBench().run({ actions: { Each: { type, runAfter: {}, inputs } } });
      assert.deepEqual([run.actions[0]?.status, run.actions[0]?.code], ["Failed", "InvalidTemplate"], type);
    }
  });

  it("variables are initialized, set and read", async () => {
    const run = await workflowBench().run({
      actions: {
        Declare: {
          type: "InitializeVariable",
          runAfter: {},
          inputs: { variables: [{ name: "n", type: "integer", value: 1 }] },
        },
        Set: { type: "SetVariable", runAfter: { Declare: ["Succeeded"] }, inputs: { name: "n", value: "@add(1, 1)" } },
        Read: compose("@variables('n')", { Set: ["Succeeded"] }),
      },
    });
    assert.equal(run.actions[2]?.outputs, 2);
  });

  it("a variable that is not initialized yet fails the action", async () => {
    const run = await workflowBench().run({
      actions: {
        Read: compose("@variables('n')"),
        Declare: {
          type: "InitializeVariable",
          runAfter: { Read: ["Failed"] },
          inputs: { variables: [{ name: "n", type: "integer", value: 1 }] },
        },
      },
    });
    assert.equal(run.actions[0]?.code, "InvalidTemplate");
  });
});
