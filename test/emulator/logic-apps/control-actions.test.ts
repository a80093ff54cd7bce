import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compose, failing, http, statuses, workflowBench } from "./workflow-bench";

describe("control actions", () => {
  const branch = (expression: unknown): object => ({
    Choose: {
      type: "If",
      runAfter: {},
      expression,
      actions: { Yes: compose("yes") },
      else: { actions: { No: compose("no") } },
    },
  });

  for (const [name, expression, taken] of [
    ["equals", { equals: ["a", "a"] }, "Yes"],
    ["greater", { greater: [1, 2] }, "No"],
    ["greaterOrEquals", { greaterOrEquals: [2, 2] }, "Yes"],
    ["less", { less: [1, 2] }, "Yes"],
    ["lessOrEquals", { lessOrEquals: [3, 2] }, "No"],
    ["contains", { contains: ["@createArray('a', 'b')", "b"] }, "Yes"],
    ["startsWith", { startsWith: ["token", "to"] }, "Yes"],
    ["endsWith", { endsWith: ["token", "to"] }, "No"],
    ["and", { and: [{ equals: [1, 1] }, { equals: [1, 2] }] }, "No"],
    ["or", { or: [{ equals: [1, 1] }, { equals: [1, 2] }] }, "Yes"],
    ["not", { not: { equals: [1, 1] } }, "No"],
    ["an expression", "@equals(workflow()['name'], 'refresh')", "Yes"],
  ] as const) {
    it(`If with ${name} runs one branch and skips the other`, async () => {
      const run = await workflowBench().run({ actions: branch(expression) });
      const other = taken === "Yes" ? "No" : "Yes";
      assert.deepEqual(statuses(run), { Choose: "Succeeded", [taken]: "Succeeded", [other]: "Skipped" });
    });
  }

  for (const [what, action, code] of [
    [
      "a Terminate whose evaluated status is none",
      { type: "Terminate", inputs: { runStatus: "@toLower('DONE')" } },
      "InvalidTemplate",
    ],
    [
      "a Wait whose evaluated unit is none",
      { type: "Wait", inputs: { interval: { count: 1, unit: "@toLower('EON')" } } },
      "InvalidTemplate",
    ],
    ["item() outside of a loop", { type: "Compose", inputs: "@item()" }, "InvalidTemplate"],
    ["items() outside of a loop", { type: "Compose", inputs: "@items(concat('E', 'ach'))" }, "InvalidTemplate"],
    [
      "a parameter that only the run names",
      { type: "Compose", inputs: "@parameters(toLower('NONE'))" },
      "InvalidTemplate",
    ],
    ["an action that has not ended", { type: "Compose", inputs: "@actions(concat('F', 'irst'))" }, "InvalidTemplate"],
    [
      "a variable that only the run names",
      { type: "SetVariable", inputs: { name: "@toLower('N')", value: 1 } },
      "InvalidTemplate",
    ],
  ] as const) {
    it(`fail for ${what}`, async () => {
      const run = await workflowBench().run({ actions: { First: { ...action, runAfter: {} } } });
      assert.deepEqual([run.status, run.actions[0]?.status, run.actions[0]?.code], ["Failed", "Failed", code]);
    });
  }

  it("If shows its operands and its result in run history", async () => {
    const run = await workflowBench().run({ actions: branch({ and: [{ equals: ["@workflow()['name']", "x"] }] }) });
    assert.deepEqual(run.actions[0]?.inputs, {
      expression: { and: [{ equals: ["refresh", "x"] }] },
      expressionResult: false,
    });
  });

  it("If fails when its expression gives no boolean", async () => {
    const run = await workflowBench().run({ actions: branch("@workflow()['name']") });
    assert.equal(run.status, "Failed");
    assert.equal(run.actions[0]?.code, "InvalidTemplate");
    assert.match(run.actions[0].error?.message ?? "", /'string', not 'boolean'/);
    assert.deepEqual(statuses(run), { Choose: "Failed", Yes: "Skipped", No: "Skipped" });
  });

  it("If that fails by itself has its actions skipped when a later action asks about them", async () => {
    const run = await workflowBench().run({
      actions: {
        ...branch("@workflow()['name']"),
        Catch: compose("@actions('Yes')['status']", { Choose: ["Failed"] }),
      },
    });
    assert.equal(run.status, "Succeeded");
    assert.equal(run.actions.at(-1)?.outputs, "Skipped");
  });

  it("Scope fails with what is in it, and its results can be read", async () => {
    const run = await workflowBench().run({
      actions: {
        Try: { type: "Scope", runAfter: {}, actions: { Good: compose("x"), Bad: failing() } },
        Catch: compose("@length(result('Try'))", { Try: ["Failed"] }),
      },
    });
    assert.deepEqual(statuses(run), { Try: "Failed", Good: "Succeeded", Bad: "Failed", Catch: "Succeeded" });
    assert.equal(run.status, "Succeeded");
    assert.equal(run.actions.at(-1)?.outputs, 2);
  });

  it("Scope whose failure is handled inside succeeds", async () => {
    const run = await workflowBench().run({
      actions: {
        Try: { type: "Scope", runAfter: {}, actions: { Bad: failing(), Handled: compose("", { Bad: ["Failed"] }) } },
      },
    });
    assert.equal(run.actions[0]?.status, "Succeeded");
  });

  it("skips all that is in a skipped Scope", async () => {
    const run = await workflowBench().run({
      actions: {
        First: compose(""),
        Try: { type: "Scope", runAfter: { First: ["Failed"] }, actions: { In: compose("") } },
      },
    });
    assert.deepEqual(statuses(run), { First: "Succeeded", Try: "Skipped", In: "Skipped" });
  });

  it("Switch runs the case of its value, else the default", async () => {
    const choose = (value: string): object => ({
      Choose: {
        type: "Switch",
        runAfter: {},
        expression: value,
        cases: { A: { case: "a", actions: { InA: compose("") } }, B: { case: "b", actions: { InB: compose("") } } },
        default: { actions: { InDefault: compose("") } },
      },
    });
    const a = await workflowBench().run({ actions: choose("a") });
    assert.deepEqual(statuses(a), { Choose: "Succeeded", InA: "Succeeded", InB: "Skipped", InDefault: "Skipped" });
    const c = await workflowBench().run({ actions: choose("c") });
    assert.deepEqual(statuses(c), { Choose: "Succeeded", InA: "Skipped", InB: "Skipped", InDefault: "Succeeded" });
  });

  it("Terminate ends the run at once with its error; what is in progress is cancelled, the rest skipped", async () => {
    const bench = workflowBench(() => new Promise(() => undefined));
    const run = await bench.run({
      actions: {
        Slow: http(),
        After_slow: compose("", { Slow: ["Succeeded"] }),
        First: compose(""),
        End: {
          type: "Terminate",
          runAfter: { First: ["Succeeded"] },
          inputs: { runStatus: "Failed", runError: { code: "NoToken", message: "@{outputs('First')}none" } },
        },
        After_end: compose("", { End: ["Succeeded"] }),
      },
    });
    assert.equal(run.status, "Failed");
    assert.deepEqual(run.error, { code: "NoToken", message: "none" });
    assert.deepEqual(statuses(run), {
      Slow: "Cancelled",
      After_slow: "Skipped",
      First: "Succeeded",
      End: "Succeeded",
      After_end: "Skipped",
    });
  });

  it("Wait lets the clock pass", async () => {
    const bench = workflowBench();
    const run = await bench.run({
      actions: { Pause: { type: "Wait", runAfter: {}, inputs: { interval: { count: 2, unit: "Minute" } } } },
    });
    assert.equal(Number(run.endTime) - Number(run.startTime), 120_000);
  });
});
