import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { consumerFaults } from "../../../../local/faults/consumers";
import {
  createConsumerFaultStack,
  type ConsumerFaultStack,
} from "../../../../local/faults/consumers/consumer-fault-stack";
import { runConsumerFault } from "../../../../local/faults/consumers/run-consumer-fault";

describe("A fault of a consumer", () => {
  let stack: ConsumerFaultStack;

  before(async () => {
    stack = await createConsumerFaultStack();
  });
  after(() => stack.stack.azure.close());

  it("has a name of its own, and there are 25 at least", () => {
    const names = new Set(consumerFaults.map(({ name }) => name));
    assert.equal(names.size, consumerFaults.length);
    assert.ok(names.size >= 25, `${names.size} faults`);
  });

  for (const fault of consumerFaults) {
    it(fault.name, async () => {
      const { seen, expected, leaks } = await runConsumerFault(stack, fault);
      assert.deepEqual(seen, expected);
      assert.equal(leaks, 0, "secrets in run history");
    });
  }
});
