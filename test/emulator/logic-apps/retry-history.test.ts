import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { http, json, noon, workflowBench } from "./workflow-bench";

describe("an action's retry history", () => {
  const retryPolicy = { type: "fixed", count: 2, interval: "PT5S" };

  it("has the requests before the last, with their times and codes", async () => {
    const bench = workflowBench((_request, count) => json([429, 503][count - 1] ?? 200, {}));
    const run = await bench.run({ actions: { Call: http({ retryPolicy }) } });
    const after = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);
    assert.deepEqual(run.actions[0]?.retryHistory, [
      { startTime: after(0), endTime: after(0), code: "TooManyRequests" },
      { startTime: after(5), endTime: after(5), code: "ServiceUnavailable" },
    ]);
  });

  it("is absent where the first request sufficed", async () => {
    const run = await workflowBench().run({ actions: { Call: http({ retryPolicy }) } });
    assert.equal(run.actions[0]?.status, "Succeeded");
    assert.equal(Object.hasOwn(run.actions[0], "retryHistory"), false);
  });
});
