import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { describe, it } from "mocha";
import type { Run } from "../../../../../emulator/logic-apps";
import { history, initialize, outputsOf, runOf, set } from "./loop-bench";
import { compose, failing, http, json, workflowBench, type Server } from "../../workflow-bench";

const wait = (seconds: number): object => ({
  type: "Wait",
  runAfter: {},
  inputs: { interval: { count: seconds, unit: "Second" } },
});
const until = (expression: string, actions: object, rest: object = {}): object => ({
  type: "Until",
  runAfter: {},
  expression,
  actions,
  ...rest,
});

describe("Until", () => {
  it("runs its actions, then decides its condition on their outputs, and again until that is true", async () => {
    const run = await runOf({ Loop: until("@equals(body('Ask'), 3)", { Ask: http() }) });
    assert.deepEqual(history(run), ["Loop Succeeded", "Ask 0 Succeeded", "Ask 1 Succeeded", "Ask 2 Succeeded"]);
    assert.equal(run.status, "Succeeded");
  });

  it("keeps the inputs and outputs of each iteration in history", async () => {
    const run = await runOf({
      Loop: until("@equals(body('Ask'), 2)", { Ask: http(), Tell: compose("@body('Ask')", { Ask: ["Succeeded"] }) }),
    });
    const told = run.actions.filter(({ name }) => name === "Tell");
    assert.deepEqual(
      told.map(({ outputs, iterations }) => [outputs, iterations]),
      [
        [1, [{ loop: "Loop", index: 0 }]],
        [2, [{ loop: "Loop", index: 1 }]],
      ],
    );
    assert.equal(run.actions[0]?.iterations, undefined);
  });

  it("forgets in an iteration what an action had in the one before", async () => {
    const run = await runOf({
      Loop: until("@equals(body('Ask'), 2)", {
        Ask: http(),
        First: {
          type: "If",
          runAfter: { Ask: ["Succeeded"] },
          expression: "@equals(body('Ask'), 1)",
          actions: { Once: compose("once") },
          else: { actions: {} },
        },
        Read: compose("@outputs('Once')", { First: ["Succeeded"] }),
      }),
    });
    assert.deepEqual(outputsOf(run, "Read"), ["once", null]);
  });

  it("shares variables, and tells the index of its iteration", async () => {
    const run = await runOf({
      Start: initialize("seen", ""),
      Loop: {
        ...until("@equals(variables('seen'), '012')", {
          Add: set("seen", "@concat(variables('seen'), string(iterationIndexes('loop')))"),
        }),
        runAfter: { Start: ["Succeeded"] },
      },
    });
    assert.equal(run.actions.filter(({ name }) => name === "Add").length, 3);
    assert.equal(run.status, "Succeeded");
  });

  it("leaves its actions to later ones as the last iteration ended", async () => {
    const run = await runOf({
      Loop: until("@equals(body('Ask'), 2)", { Ask: http() }),
      Read: compose("@createArray(body('Ask'), length(result('Loop')), result('Loop')[0]['outputs']['body'])", {
        Loop: ["Succeeded"],
      }),
    });
    assert.deepEqual(run.actions.at(-1)?.outputs, [2, 1, 2]);
  });

  it("counts its iterations anew in each iteration of a loop around it", async () => {
    const inner = until("@equals(iterationIndexes('Inner'), 1)", {
      Note: compose("@concat(string(iterationIndexes('Outer')), string(iterationIndexes('Inner')))"),
    });
    const run = await runOf({ Outer: until("@equals(iterationIndexes('Outer'), 1)", { Inner: inner }) });
    assert.deepEqual(outputsOf(run, "Note"), ["00", "01", "10", "11"]);
    assert.deepEqual(run.actions.at(-1)?.iterations, [
      { loop: "Outer", index: 1 },
      { loop: "Inner", index: 1 },
    ]);
  });

  it("bills itself once, and each action in each iteration with its retries, skipped ones never", async () => {
    const bench = workflowBench((_, count) => (count === 2 ? json(503, 0) : json(200, count)));
    const actions = { Ask: http(), Skipped: compose(1, { Ask: ["Failed"] }) };
    const run = await bench.run({ actions: { Loop: until("@equals(body('Ask'), 3)", actions) } });
    assert.deepEqual(
      run.actions.map(({ name, attempts }) => `${name} ${attempts}`),
      ["Loop 1", "Ask 1", "Skipped 0", "Ask 2", "Skipped 0"],
    );
    assert.equal(bench.logicApps.billableActions(run), 5);
  });

  it("hides in every iteration what an action hides", async () => {
    const runtimeConfiguration = { secureData: { properties: ["inputs", "outputs"] } };
    const run = await runOf({ Loop: until("@equals(body('Ask'), 2)", { Ask: http({}, { runtimeConfiguration }) }) });
    const asked = run.actions.filter(({ name }) => name === "Ask");
    assert.deepEqual(
      asked.map(({ inputs, outputs }) => [inputs, outputs]),
      [
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
  });

  it("is skipped with all its actions, once", async () => {
    const run = await runOf({
      First: compose(1),
      Loop: { ...until("@true", { In: compose(1) }), runAfter: { First: ["Failed"] } },
    });
    assert.deepEqual(history(run), ["First Succeeded", "Loop Skipped", "In Skipped"]);
  });

  it("fails when its condition is not true or false, behind one iteration", async () => {
    const run = await runOf({ Loop: until("@string('yes')", { In: compose(1) }) });
    assert.deepEqual(history(run), ["Loop Failed", "In 0 Succeeded"]);
    assert.match(run.actions[0]?.error?.message ?? "", /'string', not 'boolean'/);
  });

  it("is cancelled in its iteration by a Terminate beside it", async () => {
    const slow: Server = async () => {
      await setImmediate();
      return json(200, 1);
    };
    const actions = {
      Loop: until("@equals(1, 2)", { Ask: http(), Then: compose(1, { Ask: ["Succeeded"] }) }),
      End: { type: "Terminate", runAfter: {}, inputs: { runStatus: "Cancelled" } },
    };
    const run = await runOf(actions, {}, slow);
    assert.deepEqual([...history(run)].sort(), ["Ask 0 Cancelled", "End Succeeded", "Loop Cancelled", "Then Skipped"]);
  });
});

describe("The limit of an Until", () => {
  const never = "@equals(1, 2)";
  const count = (run: Run): number => run.actions.filter(({ name }) => name === "In").length;

  it("is 60 iterations, or those of limit.count, and ends it Succeeded", async () => {
    const run = await runOf({ Loop: until(never, { In: compose(1) }) });
    assert.deepEqual([count(run), run.status], [60, "Succeeded"]);
    const two = await runOf({ Loop: until(never, { In: compose(1) }, { limit: { count: 2 } }) });
    assert.deepEqual([count(two), two.status], [2, "Succeeded"]);
  });

  it("is an hour, or the time of limit.timeout, after which no iteration begins and the last one has ended", async () => {
    const run = await runOf({ Loop: until(never, { In: wait(1_500) }) });
    assert.deepEqual([count(run), run.status], [3, "Succeeded"]);
    const limit = { timeout: "@concat('PT', '30S')" };
    const short = await runOf({ Loop: until(never, { In: wait(20) }, { limit }) });
    assert.deepEqual([count(short), short.status], [2, "Succeeded"]);
  });

  it("is no matter where the condition is true in the last iteration", async () => {
    const rest = { limit: { count: 2 }, operationOptions: "FailWhenLimitsReached" };
    const run = await runOf({ Loop: until("@equals(iterationIndexes('Loop'), 1)", { In: compose(1) }, rest) });
    assert.deepEqual([count(run), run.status], [2, "Succeeded"]);
  });

  for (const untilLimit of ["TimedOut", "Failed"] as const) {
    it(`ends it ${untilLimit} with FailWhenLimitsReached, by the reading`, async () => {
      const rest = { limit: { count: 2 }, operationOptions: "FailWhenLimitsReached" };
      const run = await runOf({ Loop: until(never, { In: compose(1) }, rest) }, { untilLimit });
      assert.deepEqual([run.actions[0]?.status, run.status], [untilLimit, "Failed"]);
    });
  }
});

describe("A failure within an Until", () => {
  it("counts in the last iteration only", async () => {
    const status =
      (last: number): Server =>
      (_, asked) =>
        json(asked === last ? 400 : 200, asked);
    const loop = { Loop: until("@equals(iterationIndexes('Loop'), 1)", { Ask: http() }) };
    assert.deepEqual(history(await runOf(loop, {}, status(1))), ["Loop Succeeded", "Ask 0 Failed", "Ask 1 Succeeded"]);
    const run = await runOf(loop, {}, status(2));
    assert.deepEqual(history(run), ["Loop Failed", "Ask 0 Succeeded", "Ask 1 Failed"]);
    assert.equal(run.status, "Failed");
  });

  it("counts though the limit is reached", async () => {
    const run = await runOf({ Loop: until("@equals(1, 2)", { In: failing() }, { limit: { count: 1 } }) });
    assert.deepEqual(history(run), ["Loop Failed", "In 0 Failed"]);
  });

  it("counts, or not, where an action handles it, by the reading", async () => {
    const loop = { Loop: until("@equals(1, 1)", { In: failing(), Handle: compose(1, { In: ["Failed"] }) }) };
    for (const [handledInLoop, status] of [
      ["fails", "Failed"],
      ["succeeds", "Succeeded"],
    ] as const) {
      const run = await runOf(loop, { handledInLoop });
      assert.deepEqual(history(run), [`Loop ${status}`, "In 0 Failed", "Handle 0 Succeeded"]);
      assert.equal(run.status, status);
    }
  });
});
