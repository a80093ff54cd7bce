import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compose, http, json, workflowBench } from "./workflow-bench";

const secure = (...properties: string[]): object => ({ runtimeConfiguration: { secureData: { properties } } });

describe("run history", () => {
  it("hides inputs and outputs of an action that secures them, and nothing else of it", async () => {
    const bench = workflowBench(() => json(200, { value: "hunter2" }));
    const run = await bench.run({
      actions: { Call: http({ method: "POST", body: "hunter2" }, secure("inputs", "outputs")) },
    });
    const [action] = run.actions;
    assert.ok(action);
    assert.deepEqual(action.secured, { inputs: true, outputs: true });
    assert.equal("inputs" in action, false);
    assert.equal("outputs" in action, false);
    assert.equal(action.status, "Succeeded");
    assert.doesNotMatch(JSON.stringify(bench.logicApps.runs(run.workflowId)), /hunter2/);
  });

  it("shows what an action without secureData makes of a secured one's outputs", async () => {
    const run = await workflowBench(() => json(200, { value: "hunter2" })).run({
      actions: {
        Call: http({}, secure("inputs", "outputs")),
        Copy: compose("@body('Call')['value']", { Call: ["Succeeded"] }),
      },
    });
    assert.equal(run.actions[1]?.outputs, "hunter2");
  });

  it("hides only the part that is named", async () => {
    const run = await workflowBench(() => json(200, { value: "hunter2" })).run({
      actions: { Call: http({}, secure("outputs")) },
    });
    assert.equal("outputs" in (run.actions[0] ?? {}), false);
    assert.equal("inputs" in (run.actions[0] ?? {}), true);
  });

  it("hides the outputs of Compose and ParseJson with their inputs", async () => {
    const run = await workflowBench().run({
      actions: {
        Copy: { ...compose("hunter2"), ...secure("inputs") },
        Parse: {
          type: "ParseJson",
          runAfter: {},
          inputs: { content: '{"a":"hunter2"}', schema: {} },
          ...secure("inputs"),
        },
      },
    });
    assert.doesNotMatch(JSON.stringify(run), /hunter2/);
    assert.deepEqual(run.actions[1]?.secured, { inputs: true, outputs: true });
  });

  it("shows a failed action's code and message, never the answer, when its outputs are secured", async () => {
    const run = await workflowBench(() => json(400, { error: "hunter2" })).run({
      actions: { Call: http({}, secure("inputs", "outputs")) },
    });
    assert.deepEqual(run.actions[0]?.error, {
      code: "BadRequest",
      message: "The server answered with status 400 (BadRequest).",
    });
    assert.doesNotMatch(JSON.stringify(run), /hunter2/);
  });

  it("shows the operands of an If, which cannot secure them", async () => {
    const run = await workflowBench(() => json(200, { value: "hunter2" })).run({
      actions: {
        Call: http({}, secure("inputs", "outputs")),
        Is_set: {
          type: "If",
          runAfter: { Call: ["Succeeded"] },
          expression: { not: { equals: ["@body('Call')['value']", ""] } },
          actions: {},
          else: { actions: {} },
        },
      },
    });
    assert.match(JSON.stringify(run.actions[1]?.inputs), /hunter2/);
  });
});
