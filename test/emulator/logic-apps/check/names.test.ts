import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compose, failing, statuses, workflowBench, workflowId } from "../workflow-bench";
import { declare, one, refusals } from "./refusals";

const afterOther = (name: string, status = "Succeeded"): object => ({
  Get: compose("x"),
  Use: compose("@outputs('Get')", { [name]: [status] }),
});

describe("A run-after", () => {
  it("that is a list, or has statuses that are none, is refused", () => {
    const beside = { Get: compose("x") };
    assert.deepEqual(refusals({ actions: { ...beside, B: { ...compose("y"), runAfter: ["Get"] } } }), [
      `The action 'B' has a list as runAfter; it is an object such as {"Get": ["Succeeded"]}.`,
    ]);
    assert.deepEqual(refusals({ actions: { ...beside, B: compose("y", { Get: "Succeeded" }) } }), [
      "The action 'B' runs after 'Get' with statuses that are not a list.",
    ]);
    assert.deepEqual(refusals({ actions: { ...beside, B: compose("y", { Get: ["Cancelled", 1] }) } }), [
      "The action 'B' runs after 'Get' with the status 'Cancelled'; allowed: Succeeded, Failed, Skipped, TimedOut.",
      "The action 'B' runs after 'Get' with the status '1'; allowed: Succeeded, Failed, Skipped, TimedOut.",
    ]);
  });

  it("with a status in capitals, as the designer writes it, is followed", async () => {
    const actions = {
      Get: compose("x"),
      Then: compose("y", { Get: ["SUCCEEDED"] }),
      Never: compose("z", { Get: ["failed", "TIMEDOUT"] }),
    };
    const run = await workflowBench().run({ actions });
    assert.deepEqual(statuses(run), { Get: "Succeeded", Then: "Succeeded", Never: "Skipped" });
  });
});

describe("A name in another letter case", () => {
  it("is found by the reading ignoreCase, in runAfter and in expressions", async () => {
    const actions = {
      Declare: declare("Count", "integer"),
      Set: { type: "SetVariable", runAfter: { DECLARE: ["Succeeded"] }, inputs: { name: "count", value: 2 } },
      Try: { type: "Scope", runAfter: { set: ["Succeeded"] }, actions: { Fail: failing() } },
      Use: compose(
        "@concat(variables('COUNT'), parameters('P'), actions('fail')['status'], result('TRY')[0]['name'])",
        { try: ["Failed"] },
      ),
    };
    const bench = workflowBench();
    const run = await bench.run({ actions, parameters: { p: { type: "String", defaultValue: "-" } } });
    assert.equal(run.actions.find(({ name }) => name === "Use")?.outputs, "2-FailedFail");
  });

  it("is unknown by the reading exact", () => {
    const exact = { nameComparison: "exact" } as const;
    assert.deepEqual(refusals({ actions: afterOther("Get") }, exact), []);
    assert.deepEqual(refusals({ actions: afterOther("GET") }, exact), [
      "The action 'Use' runs after 'GET', which does not stand beside it.",
      "The action 'Use' refers to the action 'Get', which it does not run after.",
    ]);
    assert.deepEqual(
      refusals({ actions: { Get: compose("x"), B: compose("@body('get')", { Get: ["SUCCEEDED"] }) } }, exact),
      ["The action 'B' refers to the action 'get', which does not exist."],
    );
    const parameters = { p: { type: "String", defaultValue: "" } };
    assert.deepEqual(refusals({ ...one(compose("@parameters('P')")), parameters }, exact), [
      "The action 'Act' refers to the parameter 'P', which is not declared.",
    ]);
    assert.deepEqual(
      refusals({ actions: { D: declare("n"), R: compose("@variables('N')", { D: ["Succeeded"] }) } }, exact),
      ["The action 'R' uses the variable 'N', which is never initialized."],
    );
  });

  it("does not count as a second name, under any reading", () => {
    const actions = { A: declare("n"), B: declare("N", "string", { A: ["Succeeded"] }) };
    for (const nameComparison of ["exact", "ignoreCase"] as const) {
      assert.deepEqual(refusals({ actions }, { nameComparison }), ["The variable 'N' is initialized twice."]);
    }
  });
});

describe("A type in another letter case", () => {
  it("is taken, and runs", async () => {
    const actions = {
      Decide: {
        type: "IF",
        runAfter: {},
        expression: { and: [{ not: [{ equals: ["a", "b"] }] }] },
        actions: { Yes: { type: "compose", runAfter: {}, inputs: "yes" } },
        else: { actions: { No: compose("no") } },
      },
    };
    const trigger = { type: "recurrence", recurrence: { frequency: "hour", interval: 1 } };
    const bench = workflowBench();
    const run = await bench.run({ actions, trigger });
    assert.deepEqual(statuses(run), { Decide: "Succeeded", Yes: "Succeeded", No: "Skipped" });
    assert.deepEqual(bench.logicApps.nextSlot(workflowId, bench.clock.now()), new Date("2026-03-01T13:00:00Z"));
  });
});
