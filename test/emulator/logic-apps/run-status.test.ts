import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compose, failing, http, statuses, workflowBench } from "./workflow-bench";

describe("a run", () => {
  it("runs actions in the order of runAfter and succeeds", async () => {
    const run = await workflowBench().run({
      actions: { Last: compose("@outputs('First')", { First: ["Succeeded"] }), First: compose("one") },
    });
    assert.equal(run.status, "Succeeded");
    assert.equal(run.error, undefined);
    assert.deepEqual(statuses(run), { Last: "Succeeded", First: "Succeeded" });
    assert.equal(run.actions[0]?.outputs, "one");
  });

  it("has an id like Azure's, which is its correlation id when nobody called", async () => {
    const run = await workflowBench().run({ actions: {} });
    assert.match(run.id, /^0858\d{25}CU\d\d$/);
    assert.equal(run.correlationId, run.id);
  });

  it("fails when an action fails and nothing handles it; what follows is skipped, and what follows that", async () => {
    const run = await workflowBench().run({
      actions: {
        First: failing(),
        Second: compose("", { First: ["Succeeded"] }),
        Third: compose("", { Second: ["Succeeded"] }),
      },
    });
    assert.deepEqual(statuses(run), { First: "Failed", Second: "Skipped", Third: "Skipped" });
    assert.equal(run.status, "Failed");
    assert.deepEqual(run.error, { code: "ActionFailed", message: "An action failed. No dependent actions succeeded." });
  });

  it("succeeds when a later action handles the failure", async () => {
    const run = await workflowBench().run({
      actions: { First: failing(), Catch: compose("", { First: ["Failed", "TimedOut"] }) },
    });
    assert.deepEqual(statuses(run), { First: "Failed", Catch: "Succeeded" });
    assert.equal(run.status, "Succeeded");
  });

  it("fails when one branch handles a failure and another ends skipped because of it", async () => {
    const run = await workflowBench().run({
      actions: {
        First: failing(),
        Catch: compose("", { First: ["Failed"] }),
        Next: compose("", { First: ["Succeeded"] }),
      },
    });
    assert.deepEqual(statuses(run), { First: "Failed", Catch: "Succeeded", Next: "Skipped" });
    assert.equal(run.status, "Failed");
  });

  it("runs an action after a skipped one when runAfter says so", async () => {
    const run = await workflowBench().run({
      actions: {
        First: compose(""),
        Catch: compose("", { First: ["Failed"] }),
        Last: compose("", { Catch: ["Skipped"], First: ["Succeeded"] }),
      },
    });
    assert.deepEqual(statuses(run), { First: "Succeeded", Catch: "Skipped", Last: "Succeeded" });
    assert.equal(run.status, "Succeeded");
  });

  it("runs independent branches at the same time", async () => {
    const arrived: (() => void)[] = [];
    const bench = workflowBench(async (_request, count) => {
      // The first request is answered only once the second is there.
      if (count === 1) await new Promise<void>((resolve) => arrived.push(resolve));
      else for (const go of arrived) go();
      return { status: 200, headers: {}, body: "" };
    });
    const run = await bench.run({ actions: { Left: http(), Right: http() } });
    assert.deepEqual(statuses(run), { Left: "Succeeded", Right: "Succeeded" });
  });

  it("fails an action whose expression fails with InvalidTemplate, without the value in the message", async () => {
    const run = await workflowBench().run({ actions: { First: compose("@int('hunter2')") } });
    assert.equal(run.actions[0]?.code, "InvalidTemplate");
    assert.equal(run.actions[0].error?.code, "InvalidTemplate");
    assert.match(run.actions[0].error.message, /in action 'First'/);
    assert.doesNotMatch(run.actions[0].error.message, /hunter2/);
  });

  it("reads parameters, their defaults, the workflow and earlier actions", async () => {
    const run = await workflowBench().run({
      parameters: { given: { type: "String" }, other: { type: "String", defaultValue: "d" } },
      values: { given: { value: "g" } },
      actions: {
        First: compose("@concat(parameters('given'), parameters('other'), workflow()['name'])"),
        Second: compose("@actions('First')['status']", { First: ["Succeeded"] }),
      },
    });
    assert.deepEqual(
      run.actions.map(({ outputs }) => outputs),
      ["gdrefresh", "Succeeded"],
    );
  });
});
