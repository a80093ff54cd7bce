import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeRuns } from "../../../local/run/describe-runs";
import { workflowBench } from "../../emulator/logic-apps/workflow-bench";

describe("A reported run", () => {
  it("numbers what an action did in the iterations of loops", async () => {
    const note = { type: "Compose", runAfter: {}, inputs: "@item()" };
    const each = { type: "Foreach", runAfter: {}, foreach: [1, 2], actions: { Note: note } };
    const bench = workflowBench();
    const run = await bench.run({
      actions: { Loop: { type: "Until", runAfter: {}, expression: "@equals(1, 1)", actions: { Each: each } } },
    });
    const [reported] = describeRuns(bench.logicApps, [run]);
    assert.deepEqual(
      reported?.actions.map(({ name }) => name),
      ["Loop", "Each #1", "Note #1.1", "Note #1.2"],
    );
    assert.equal(reported.billableActions, 5);
  });
});
