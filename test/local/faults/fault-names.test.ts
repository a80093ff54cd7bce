import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { faults, refreshFaults } from "../../../local/faults";
import { consumerFaults } from "../../../local/faults/consumers";

// test/cli/faults.command.ts runs them.
describe("The faults", () => {
  it("have a name each", () => {
    const names = faults.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it("are 40 at least of refreshes, and 25 at least of consumers", () => {
    assert.ok(refreshFaults.length >= 40, `${refreshFaults.length} faults`);
    assert.ok(consumerFaults.length >= 25, `${consumerFaults.length} faults`);
  });
});
