import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { describe, it } from "mocha";
import { history, initialize, outputsOf, runOf, set } from "./loop-bench";
import { compose, failing, http, json, workflowBench, type Server } from "../../workflow-bench";

const foreach = (items: unknown, actions: object, rest: object = {}): object => ({
  type: "Foreach",
  runAfter: {},
  foreach: items,
  actions,
  ...rest,
});
const atMost = (repetitions: number): object => ({ runtimeConfiguration: { concurrency: { repetitions } } });
const after = (name: string, action: object): object => ({ ...action, runAfter: { [name]: ["Succeeded", "Failed"] } });

describe("A For each", () => {
  it("runs its actions for each item, which item() and items() give", async () => {
    const note = compose("@concat(item(), items('EACH'))");
    const run = await runOf({ Each: foreach("@createArray('a', 'b')", { Note: note }) });
    assert.deepEqual(history(run), ["Each Succeeded", "Note 0 Succeeded", "Note 1 Succeeded"]);
    assert.deepEqual(outputsOf(run, "Note"), ["aa", "bb"]);
    assert.deepEqual(run.actions[2]?.iterations, [{ loop: "Each", index: 1 }]);
  });

  it("gives an action the outputs of its own iteration, whatever the others do", async () => {
    for (const foreachOrder of ["inTurn", "atOnce"] as const) {
      const server: Server = async ({ url }) => {
        if (url.endsWith("/a")) await setImmediate();
        return json(200, url.at(-1));
      };
      const actions = {
        Ask: http({ uri: "https://api.example/@{item()}" }),
        Note: compose("@concat(item(), body('Ask'))", { Ask: ["Succeeded"] }),
      };
      const run = await runOf({ Each: foreach(["a", "b", "c"], actions) }, { foreachOrder }, server);
      assert.deepEqual(outputsOf(run, "Note"), ["aa", "bb", "cc"]);
    }
  });

  it("of nothing succeeds, with its actions skipped", async () => {
    const bench = workflowBench();
    const run = await bench.run({ actions: { Each: foreach([], { Note: compose(1) }) } });
    assert.deepEqual(history(run), ["Each Succeeded", "Note Skipped"]);
    assert.equal(bench.logicApps.billableActions(run), 2);
  });

  it("bills itself once, and each action for each item", async () => {
    const bench = workflowBench();
    const items = Array.from({ length: 10 }, (_, index) => index);
    const run = await bench.run({ actions: { Each: foreach(items, { Note: compose("@item()") }) } });
    assert.equal(bench.logicApps.billableActions(run), 1 + 11);
  });

  it("fails for what is no array, and for more than 100,000 items", async () => {
    const tooMany = Array.from({ length: 100_001 }, () => 0);
    for (const items of ["@json('{}')", "@string('text')", tooMany]) {
      const run = await runOf({ Each: foreach(items, { Note: compose(1) }) });
      assert.deepEqual(history(run), ["Each Failed", "Note Skipped"]);
    }
  });

  it("ends Failed when an iteration does, and runs the others all the same", async () => {
    const divide = { Try: compose("@div(1, item())"), Then: compose("@item()", { Try: ["Succeeded"] }) };
    const run = await runOf({ Each: foreach([0, 1], divide) });
    assert.deepEqual(history(run), [
      "Each Failed",
      "Try 0 Failed",
      "Then 0 Skipped",
      "Try 1 Succeeded",
      "Then 1 Succeeded",
    ]);
    assert.equal(run.status, "Failed");
  });

  it("counts a failure that an action handles, or not, by the reading", async () => {
    const loop = { Each: foreach([0, 1], { Try: failing(), Handle: compose(1, { Try: ["Failed"] }) }) };
    for (const [handledInLoop, status] of [
      ["fails", "Failed"],
      ["succeeds", "Succeeded"],
    ] as const) {
      assert.equal((await runOf(loop, { handledInLoop })).status, status);
    }
  });

  it("gives a Select in it the loop's item for its list, and the list's items for each", async () => {
    const pairs = {
      type: "Select",
      runAfter: {},
      inputs: { from: "@item()", select: "@concat(item(), string(length(items('Each'))))" },
    };
    const run = await runOf({ Each: foreach([["a", "b"], ["c"]], { Pairs: pairs }) });
    assert.deepEqual(outputsOf(run, "Pairs"), [{ body: ["a2", "b2"] }, { body: ["c1"] }]);
  });

  it("within another has the item of the inner one, and the outer by its name", async () => {
    const inner = foreach("@item()", { Note: compose("@concat(string(length(items('Outer'))), item())") });
    const run = await runOf({ Outer: foreach([["a", "b"], ["c"]], { Inner: inner }) });
    assert.deepEqual(outputsOf(run, "Note"), ["2a", "2b", "1c"]);
  });
});

describe("The iterations of a For each", () => {
  /** The most requests that wait for an answer at the same time, of six. */
  async function mostAtOnce(loop: (actions: object) => object, foreachOrder: "inTurn" | "atOnce"): Promise<number> {
    let waiting = 0;
    let most = 0;
    const server: Server = async () => {
      most = Math.max(most, ++waiting);
      await setImmediate();
      waiting -= 1;
      return json(200, 0);
    };
    await runOf({ Loop: loop({ Ask: http() }) }, { foreachOrder }, server);
    return most;
  }
  const six = [1, 2, 3, 4, 5, 6];

  it("run in turn, or as many at once as the loop allows, by the reading", async () => {
    assert.equal(await mostAtOnce((actions) => foreach(six, actions), "inTurn"), 1);
    assert.equal(await mostAtOnce((actions) => foreach(six, actions), "atOnce"), 6);
    assert.equal(await mostAtOnce((actions) => foreach(six, actions, atMost(2)), "atOnce"), 2);
    const many = Array.from({ length: 30 }, (_, index) => index);
    assert.equal(await mostAtOnce((actions) => foreach(many, actions), "atOnce"), 20);
    assert.equal(await mostAtOnce((actions) => foreach(many, actions, atMost(50)), "atOnce"), 30);
  });

  it("run in turn under every reading where the loop is sequential, or within another", async () => {
    const sequential = { operationOptions: "Sequential" };
    assert.equal(await mostAtOnce((actions) => foreach(six, actions, sequential), "atOnce"), 1);
    assert.equal(await mostAtOnce((actions) => foreach(six, actions, atMost(1)), "atOnce"), 1);
    assert.equal(await mostAtOnce((actions) => foreach([1], { Inner: foreach(six, actions) }), "atOnce"), 1);
  });

  it("race for a variable where they run at once", async () => {
    const actions = {
      Start: initialize("last", ""),
      Each: after("Start", {
        ...foreach(["a", "b"], {
          Set: set("last", "@item()"),
          Ask: http({}, { runAfter: { Set: ["Succeeded"] } }),
          Note: compose("@variables('last')", { Ask: ["Succeeded"] }),
        }),
      }),
    };
    assert.deepEqual(outputsOf(await runOf(actions), "Note"), ["a", "b"]);
    assert.deepEqual(outputsOf(await runOf(actions, { foreachOrder: "atOnce" }), "Note"), ["b", "b"]);
  });
});

describe("result() of a For each", () => {
  const hide = { runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } } };
  const read = (expression: string) => after("Each", compose(expression));

  it("has an item for each action directly in it, whose outputs are the iterations", async () => {
    const run = await runOf({
      Each: foreach([5, 6], { Ask: http(), Scope: { type: "Scope", runAfter: {}, actions: { Deep: compose(1) } } }),
      Read: read("@result('each')"),
    });
    const [ask, scope] = run.actions.at(-1)?.outputs as { name: string; outputs: Record<string, unknown>[] }[];
    assert.deepEqual([ask?.name, scope?.name], ["Ask", "Scope"]);
    assert.deepEqual(
      ask?.outputs.map(({ name, status, outputs }) => [name, status, (outputs as { body: unknown }).body]),
      [
        ["Ask", "Succeeded", 1],
        ["Ask", "Succeeded", 2],
      ],
    );
    assert.equal(scope?.outputs.length, 2);
  });

  it("gives the iterations in the order of the items, or in another, by the reading", async () => {
    const actions = {
      Each: foreach(["a", "b"], { Note: compose("@item()") }),
      Read: read("@result('Each')[0]['outputs'][0]['outputs']"),
    };
    assert.equal((await runOf(actions)).actions.at(-1)?.outputs, "a");
    assert.equal((await runOf(actions, { resultOrder: "another" })).actions.at(-1)?.outputs, "b");
  });

  it("has what an action hides, or not, by the reading; history never has it", async () => {
    const actions = {
      Each: foreach([1], { Ask: http({}, hide), Note: compose(1) }),
      Read: read("@result('Each')[0]['outputs'][0]?['outputs']?['statusCode']"),
      Input: read("@result('Each')[0]['outputs'][0]?['inputs']?['method']"),
      Shown: read("@result('Each')[1]['outputs'][0]?['outputs']"),
    };
    const whole = await runOf(actions);
    const hidden = await runOf(actions, { securedResult: "hidden" });
    assert.deepEqual(
      ["Read", "Input", "Shown"].flatMap((name) => outputsOf(whole, name)),
      [200, "GET", 1],
    );
    assert.deepEqual(
      ["Read", "Input", "Shown"].flatMap((name) => outputsOf(hidden, name)),
      [null, null, 1],
    );
    assert.deepEqual(outputsOf(whole, "Ask"), [undefined]);
  });

  it("of nothing has no iteration", async () => {
    const run = await runOf({ Each: foreach([], { Note: compose(1) }), Read: read("@result('Each')") });
    assert.deepEqual(run.actions.at(-1)?.outputs, [{ name: "Note", outputs: [] }]);
  });
});
