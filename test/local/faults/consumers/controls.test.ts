import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { consumerFaults } from "../../../../local/faults/consumers";
import { stored, type ConsumerFault } from "../../../../local/faults/consumers/consumer-fault";
import {
  createConsumerFaultStack,
  type ConsumerFaultStack,
} from "../../../../local/faults/consumers/consumer-fault-stack";
import { runConsumerFault } from "../../../../local/faults/consumers/run-consumer-fault";

function faultCalled(name: string): ConsumerFault {
  return consumerFaults.find((each) => each.name === name) ?? assert.fail();
}

describe("A fault of a consumer that does not go as expected", () => {
  let stack: ConsumerFaultStack;

  before(async () => {
    stack = await createConsumerFaultStack();
  });
  after(() => stack.stack.azure.close());

  it("is not held, and says what was seen instead", async () => {
    const fault = { ...faultCalled("session-ended"), expected: () => stored([]) };
    const { held, seen, leaks } = await runConsumerFault(stack, fault);
    assert.deepEqual({ held, seen, leaks }, { held: false, seen: stored([], { refreshes: 1 }), leaks: 0 });
  });

  it("is not held where the text of a record shows in run history", async () => {
    const fault: ConsumerFault = {
      name: "record-in-the-open",
      inject: async (harness) => {
        const { records } = harness.send();
        await harness.slots(1);
        const run = harness.stack.azure.logicApps.runs(harness.consumer.id).at(-1);
        Object.assign(run ?? {}, { correlationId: records[0]?.name });
      },
      expected: () => stored([]),
    };
    const { held, seen, leaks } = await runConsumerFault(stack, fault);
    assert.deepEqual({ held, seen, leaks }, { held: false, seen: stored([]), leaks: 1 });
  });
});
