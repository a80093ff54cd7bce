import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createActions } from "../../../local/live/create-actions";
import { InjectedFaults } from "../../../local/live/faults/injected-faults";
import { LiveStack } from "../../../local/live/live-stack";
import { requireConsumer } from "../../../local/stack/controlled-stack";
import { deployBuiltInStack } from "./faults/live-test-stack";

describe("What the buttons of the live page do", () => {
  it("sends no message to a consumer whose topic a client has deleted, and says so", async () => {
    const stack = await deployBuiltInStack();
    try {
      const announced: string[] = [];
      const actions = createActions({
        live: new LiveStack(stack),
        injectable: [],
        injected: new InjectedFaults(stack),
        updates: { announce: (text) => announced.push(text), send: () => undefined },
        startRun: () => undefined,
      });
      const { name: workflow, consumer } = requireConsumer(stack, "accounts");
      assert.equal(actions["/messages"]?.({ workflow }), undefined);
      stack.azure.arm.deleteResource(consumer.subscription.topicId);
      assert.equal(actions["/messages"]?.({ workflow }), "The topic of this consumer is deleted.");
      assert.deepEqual(announced, ["A message was sent to accounts."]);
    } finally {
      await stack.azure.close();
    }
  }).timeout(30_000);
});
