import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { LiveStack } from "../../../local/live/live-stack";
import { requireRefresh, type ControlledStack } from "../../../local/stack/controlled-stack";
import { runNow } from "../../../local/stack/run-at-next-slot";
import { deployBuiltInStack } from "./faults/live-test-stack";

describe("What the live page sees of a stack", function () {
  this.timeout(30_000);
  let stack: ControlledStack;
  let live: LiveStack;
  const refresh = () => requireRefresh(stack, "salesforce-token");

  before(async () => {
    stack = await deployBuiltInStack();
    await stack.clock.wait(1_000);
    live = new LiveStack(stack);
  });
  after(() => stack.azure.close());

  it("is the same runs, as long as nothing happens", async () => {
    await runNow(stack, refresh());
    const runs = live.runs();
    assert.deepEqual([runs.outermost.length, runs.all.length], [1, 2]);
    assert.equal(live.runs(), runs);
    await stack.clock.wait(1_000);
    await runNow(stack, refresh());
    assert.notEqual(live.runs(), runs);
    assert.deepEqual([live.runs().outermost.length, live.runs().all.length], [2, 4]);
    assert.equal(live.runs().outermost[1]?.id, runs.outermost[0]?.id);
  });

  it("is the last 30 runs that no other started", async () => {
    const before = live.runs().outermost[0]?.id;
    for (let run = 0; run < 30; run += 1) {
      await stack.clock.wait(1_000);
      await runNow(stack, refresh());
    }
    const { outermost } = live.runs();
    assert.equal(outermost.length, 30);
    assert.equal(
      outermost.some(({ id }) => id === before),
      false,
    );
    const times = outermost.map(({ startTime }) => startTime);
    assert.deepEqual(times, [...times].sort().reverse());
  });

  it("is no Logic App that a client has deleted", () => {
    const names = () => live.workflows().map(({ subject }) => subject);
    assert.deepEqual(names(), ["salesforce-token", "partner-token", "accounts"]);
    stack.azure.arm.deleteResource(refresh().id);
    assert.deepEqual(names(), ["partner-token", "accounts"]);
    assert.equal(live.find(refresh().name), undefined);
    // The relay's history is its own.
    const workflows = new Set(live.runs().outermost.map(({ workflow }) => workflow));
    assert.deepEqual([...workflows], [stack.connector?.relay.name]);
  });
});
