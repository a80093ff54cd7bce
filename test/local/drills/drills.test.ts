import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { drills } from "../../../local/drills";
import { nameOf } from "../../../local/drills/drill";
import { createDrillStack, type DrillStack } from "../../../local/drills/drill-stack";
import { runDrill } from "../../../local/drills/run-drill";

describe("A fault drill", () => {
  let stack: DrillStack;

  before(async () => {
    stack = await createDrillStack();
  });
  after(() => stack.stack.azure.close());

  it("has a name of its own, and there are 40 at least", () => {
    const names = new Set(drills.map(({ name }) => name));
    assert.equal(names.size, drills.length);
    assert.ok(names.size >= 40, `${names.size} drills`);
  });

  for (const drill of drills) {
    for (const combination of drill.where) {
      it(`${drill.name}, ${nameOf(combination)}`, async () => {
        const { seen, expected, leaks } = await runDrill(stack, drill, combination);
        assert.deepEqual(seen, expected);
        assert.equal(leaks, 0, "planted values in run history");
      });
    }
  }
});
