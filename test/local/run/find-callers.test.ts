import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findCallers } from "../../../local/run/find-callers";
import { deployControlledStack, requireConnector, runRefresh } from "../../../local/stack/controlled-stack";
import { deployConsumerStack } from "../../behaviour/consumer/consumer-stack";
import { fittingRefreshToken, fittingToken } from "../../stack-configuration";

describe("Callers of runs", () => {
  it("are the actions that call the relay, each of its own run", async () => {
    const stack = await deployControlledStack({ tokens: [fittingToken, fittingRefreshToken] });
    const { logicApps } = stack.azure;
    try {
      await stack.clock.wait(10 * 60_000);
      const refreshes = [await runRefresh(stack, "crm-token"), await runRefresh(stack, "erp-token")];
      const relayed = logicApps.runs(requireConnector(stack).relay.id);
      const callers = findCallers(stack, [...refreshes, ...relayed]);
      assert.deepEqual(
        relayed.map(({ id }) => callers.get(id)),
        refreshes.map(({ id }) => ({ runId: id, action: "Set_secret" })),
      );
      assert.equal(callers.size, 2);
    } finally {
      await stack.azure.close();
    }
  });

  it("are a consumer's, with the iteration, for the refresh that it starts", async () => {
    const { stack, send, consume, endSessions, wait } = await deployConsumerStack();
    const { logicApps } = stack.azure;
    try {
      await wait(60);
      await endSessions();
      send({ records: [{ erp_id: "1", name: "One" }] });
      const consumed = await consume();
      const runs = stack.workflows.flatMap(({ id }) => logicApps.runs(id));
      const refresh = runs.filter(({ workflowId }) => workflowId === stack.refreshes[0]?.id).at(-1);
      const callers = findCallers(stack, runs);
      assert.deepEqual(callers.get(refresh?.id ?? ""), { runId: consumed.id, action: "Run_refresh #1" });
      assert.equal(callers.has(consumed.id), false);
    } finally {
      await stack.azure.close();
    }
  });
});
