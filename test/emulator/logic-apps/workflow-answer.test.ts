import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import { codeOf, echo, openRequestBench, requestTrigger, type RequestBench } from "./request-bench";
import { compose } from "./workflow-bench";

describe("a caller of a workflow", () => {
  let bench: RequestBench;

  before(async () => {
    bench = await openRequestBench();
  });
  after(() => bench.close());
  beforeEach(() => {
    bench.reset();
  });

  it("is answered by the first Response; a second one is skipped", async () => {
    const second = { type: "Response", runAfter: { Answer: ["Succeeded"] }, inputs: { statusCode: 204 } };
    bench.reset({ actions: { Answer: echo, Second: second } });
    assert.equal((await bench.call()).status, 201);
    const action = bench.runs()[0]?.actions[1];
    assert.deepEqual([action?.status, action?.code], ["Skipped", "ActionResponseSkipped"]);
  });

  it("is answered with 502 when the run ends without a Response", async () => {
    bench.reset({ actions: { First: compose(""), Answer: { ...echo, runAfter: { First: ["Failed"] } } } });
    const answer = await bench.call();
    assert.deepEqual([answer.status, codeOf(answer)], [502, "NoResponse"]);
    assert.equal(bench.runs().length, 1);
  });

  it("is answered with 504 when the Response comes after 120 s", async () => {
    const wait = { type: "Wait", runAfter: {}, inputs: { interval: { count: 121, unit: "Second" } } };
    bench.reset({ actions: { Pause: wait, Answer: { ...echo, runAfter: { Pause: ["Succeeded"] } } } });
    const answer = await bench.call();
    assert.deepEqual([answer.status, codeOf(answer)], [504, "GatewayTimeout"]);
    const run = bench.runs()[0];
    assert.equal(run?.actions[1]?.code, "ActionResponseTimedOut");
    assert.equal(run.status, "Failed");
  });

  it("is answered with 502 when the Response's evaluated status is none", async () => {
    bench.reset({ actions: { Answer: { ...echo, inputs: { statusCode: "@int('999')" } } } });
    assert.equal((await bench.call()).status, 502);
    assert.equal(bench.runs()[0]?.actions[0]?.code, "InvalidStatusCode");
  });

  it("is answered with 202 at once when the workflow has no Response", async () => {
    bench.reset({ actions: { First: compose("") } });
    assert.equal((await bench.call()).status, 202);
    assert.equal(bench.runs().length, 1);
  });

  it("hides what it gives to the run when it is secured", async () => {
    const runtimeConfiguration = { secureData: { properties: ["inputs", "outputs"] } };
    bench.reset({
      actions: { Answer: { ...echo, inputs: { statusCode: 200 } } },
      trigger: { ...requestTrigger, runtimeConfiguration },
    });
    await bench.call({ body: '{"value":"hunter2"}' });
    const [run] = bench.runs();
    assert.deepEqual(run?.trigger, { secured: { inputs: true, outputs: true } });
    assert.equal(JSON.stringify(run).includes("hunter2"), false);
  });
});
