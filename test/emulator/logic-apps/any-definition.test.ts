import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { compose, failing, http, json, statuses, workflow, workflowBench, workflowId } from "./workflow-bench";

const statusSets = fc.subarray(["Succeeded", "Failed", "Skipped", "TimedOut"], { minLength: 1 });

/** Actions that run after any of the ones before them, on any statuses; some fail, one may end the run. */
const definitions = fc
  .array(
    fc.tuple(
      fc.constantFrom("good", "bad", "scope", "until", "foreach", "end"),
      fc.array(fc.tuple(fc.nat(), statusSets), { maxLength: 3 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((places) =>
    Object.fromEntries(
      places.map(([kind, edges], index) => {
        const before = index === 0 ? [] : edges.map(([target, statuses]) => [`A${target % index}`, statuses] as const);
        return [`A${index}`, action(kind, Object.fromEntries(before), index)];
      }),
    ),
  );

function action(kind: string, runAfter: object, index: number): object {
  switch (kind) {
    case "good":
      return compose("", runAfter);
    case "bad":
      return failing(runAfter);
    case "scope":
      return { type: "Scope", runAfter, actions: { [`In${index}`]: failing() } };
    case "until":
      return {
        type: "Until",
        runAfter,
        expression: `@equals(iterationIndexes('A${index}'), 1)`,
        actions: { [`In${index}`]: failing() },
      };
    case "foreach":
      return { type: "Foreach", runAfter, foreach: [1, 2], actions: { [`In${index}`]: compose("@item()") } };
    default:
      return { type: "Terminate", runAfter, inputs: { runStatus: "Cancelled" } };
  }
}

describe("any definition", () => {
  it("ends, with every action in its history and no more billed than ran", async () => {
    await fc.assert(
      fc.asyncProperty(definitions, async (actions) => {
        const bench = workflowBench();
        const run = await bench.run({ actions });
        assert.notEqual(run.status, "Running");
        const byName = statuses(run);
        assert.deepEqual(
          Object.keys(actions).filter((name) => byName[name] === undefined),
          [],
        );
        const executed = run.actions.filter(({ status }) => status !== "Skipped").length;
        assert.equal(bench.logicApps.billableActions(run), 1 + executed);
      }),
      { numRuns: 300 },
    );
  });

  it("runs the same whatever the order in which its actions are written", async () => {
    await fc.assert(
      fc.asyncProperty(
        definitions.filter((actions) => !JSON.stringify(actions).includes("Terminate")),
        async (actions) => {
          const reversed = Object.fromEntries(Object.entries(actions).reverse());
          const [one, other] = [
            await workflowBench().run({ actions }),
            await workflowBench().run({ actions: reversed }),
          ];
          assert.deepEqual(statuses(other), statuses(one));
          assert.equal(other.status, one.status);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("a thousand workflows", () => {
  it("are put and run, each with its own history, and leave no timer behind", async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const { logicApps } = workflowBench(() => json(503, {}));
    const resource = workflow({ actions: { A: compose("x"), B: http({}, { runAfter: { A: ["Succeeded"] } }) } });
    // Mocha starts its own timer at the first await.
    await Promise.resolve();
    const before = timers();
    const ids = Array.from({ length: 1_000 }, (_, index) => `${workflowId}${index}`);
    for (const id of ids) logicApps.putWorkflow({ ...resource, id });
    await Promise.all(ids.map((id) => logicApps.runTrigger(id, "trigger")));
    assert.deepEqual(
      ids.filter((id) => logicApps.runs(id).length !== 1 || logicApps.runs(id)[0]?.actions[1]?.attempts !== 5),
      [],
    );
    assert.equal(timers(), before);
  });
});
