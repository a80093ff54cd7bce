import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { http, noon, workflowBench, workflowId, type WorkflowParts } from "./workflow-bench";

const recurring = (recurrence: object, rest: object = {}): WorkflowParts => ({
  actions: {},
  trigger: { type: "Recurrence", recurrence, ...rest },
});

describe("a Recurrence", () => {
  const next = (recurrence: object, after: string): string | undefined => {
    const { logicApps, put } = workflowBench();
    put(recurring(recurrence));
    return logicApps.nextSlot(workflowId, new Date(after))?.toISOString();
  };

  it("with a past start fires at the next slot of its rhythm, not at once", () => {
    const half = { frequency: "Minute", interval: 30, startTime: "2026-01-01T00:10:00Z" };
    assert.equal(next(half, "2026-03-01T12:00:00Z"), "2026-03-01T12:10:00.000Z");
    assert.equal(next(half, "2026-03-01T12:10:00Z"), "2026-03-01T12:40:00.000Z");
  });

  it("with a future start fires then", () => {
    const hourly = { frequency: "Hour", interval: 2, startTime: "2026-04-01T00:00:00", timeZone: "UTC" };
    assert.equal(next(hourly, "2026-03-01T12:00:00Z"), "2026-04-01T00:00:00.000Z");
  });

  it("counts in days and weeks", () => {
    assert.equal(
      next({ frequency: "Day", interval: 1, startTime: "2026-01-01T06:00:00Z" }, "2026-03-01T12:00:00Z"),
      "2026-03-02T06:00:00.000Z",
    );
    assert.equal(
      next({ frequency: "Week", interval: 1, startTime: "2026-01-01T06:00:00Z" }, "2026-03-01T12:00:00Z"),
      "2026-03-05T06:00:00.000Z",
    );
  });

  it("without a start fires at once when deployed, then in the rhythm from there", async () => {
    const { logicApps, run } = workflowBench();
    const parts = recurring({ frequency: "Hour", interval: 1 });
    const { logicApps: fresh, put } = workflowBench();
    put(parts);
    assert.deepEqual(fresh.nextSlot(workflowId, noon), noon);
    await run(parts);
    assert.deepEqual(logicApps.nextSlot(workflowId, noon), new Date("2026-03-01T13:00:00Z"));
  });

  it("of a disabled workflow has no slot and cannot be fired", async () => {
    const { logicApps, put } = workflowBench();
    put({ ...recurring({ frequency: "Hour", interval: 1 }), state: "Disabled" });
    assert.equal(logicApps.nextSlot(workflowId, noon), undefined);
    await assert.rejects(logicApps.runTrigger(workflowId, "trigger"), { name: "WorkflowNotRunnableError" });
  });

  for (const [name, single, most] of [
    ["with concurrency 1 runs one at a time, in order", { runtimeConfiguration: { concurrency: { runs: 1 } } }, 1],
    ["with concurrency 2 runs two at a time", { runtimeConfiguration: { concurrency: { runs: 2 } } }, 2],
    ["without concurrency runs all at once", {}, 3],
  ] as const) {
    it(name, async () => {
      let active = 0;
      let peak = 0;
      const bench = workflowBench(async () => {
        active += 1;
        peak = Math.max(peak, active);
        await new Promise((resolve) => setImmediate(resolve));
        active -= 1;
        return { status: 200, headers: {}, body: "" };
      });
      bench.put({ ...recurring({ frequency: "Hour", interval: 1 }, single), actions: { Call: http() } });
      const runs = await Promise.all([1, 2, 3].map(() => bench.logicApps.runTrigger(workflowId, "trigger")));
      assert.equal(peak, most);
      assert.deepEqual(
        runs.map(({ id }) => id),
        bench.logicApps.runs(workflowId).map(({ id }) => id),
      );
    });
  }

  it("named wrongly is refused by name", async () => {
    const { logicApps, put } = workflowBench();
    put({ actions: {} });
    await assert.rejects(logicApps.runTrigger(workflowId, "manual"), /has no trigger 'manual'; it has 'trigger'/);
    assert.throws(() => logicApps.runs("/gone"), /no workflow '\/gone'/);
    assert.throws(() => logicApps.callbackUrl(workflowId, "trigger"), /is not a Request trigger/);
  });
});
