import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { refreshFaults } from "../../../local/faults";
import { combinationName } from "../../../local/faults/fault";
import { createFaultStack, type FaultStack } from "../../../local/faults/fault-stack";
import { runFault } from "../../../local/faults/run-fault";

describe("A fault", () => {
  let stack: FaultStack;

  before(async () => {
    stack = await createFaultStack();
  });
  after(() => stack.stack.azure.close());

  it("has a name of its own, and there are 40 at least", () => {
    const names = new Set(refreshFaults.map(({ name }) => name));
    assert.equal(names.size, refreshFaults.length);
    assert.ok(names.size >= 40, `${names.size} faults`);
  });

  for (const fault of refreshFaults) {
    for (const combination of fault.where) {
      it(`${fault.name}, ${combinationName(combination)}`, async () => {
        const { seen, expected, leaks } = await runFault(stack, fault, combination);
        assert.deepEqual(seen, expected);
        assert.equal(leaks, 0, "canaries in run history");
      });
    }
  }
});
