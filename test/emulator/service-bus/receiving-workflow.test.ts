import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { Run } from "../../../emulator/logic-apps";
import { messageRoles, noon, openNamespace, type MessageBench } from "./message-bench";

const entity = "https://sb-test.servicebus.windows.net/updates/subscriptions/salesforce";
const lock = "@{last(split(uriPath(outputs('Receive')['headers']['Location']), '/messages/'))}";
const authentication = { type: "ManagedServiceIdentity", audience: "https://servicebus.azure.net" };

/** Receives a message and completes it by its lock's address. */
const definition = {
  triggers: { Recurrence: { type: "Recurrence", recurrence: { frequency: "Minute", interval: 1 } } },
  actions: {
    Receive: {
      type: "Http",
      inputs: {
        method: "POST",
        uri: `${entity}/messages/head?timeout=5`,
        retryPolicy: { type: "none" },
        authentication,
      },
      runAfter: {},
    },
    Complete: {
      type: "Http",
      inputs: { method: "DELETE", uri: `${entity}/messages/${lock}`, retryPolicy: { type: "none" }, authentication },
      runAfter: { Receive: ["Succeeded"] },
    },
  },
};

describe("A Logic App that receives messages", () => {
  let bench: MessageBench;
  let workflowId: string;

  beforeEach(async () => {
    bench = await openNamespace();
    workflowId = `${bench.groupId}/providers/Microsoft.Logic/workflows/consumer`;
    const body = { location: "westeurope", identity: { type: "SystemAssigned" }, properties: { definition } };
    await bench.azure.arm.put({ id: workflowId, type: "", name: "", apiVersion: "2019-05-01", body });
    const { identity } = bench.azure.arm.state("Microsoft.Logic/workflows")[0]?.answer ?? {};
    const { principalId } = identity as { principalId: string };
    await bench.assign(messageRoles.receiver, bench.subscriptionId, principalId);
  });

  afterEach(() => bench.azure.close());

  const run = (): Promise<Run> => bench.azure.logicApps.runTrigger(workflowId, "Recurrence");

  it("has a JSON body where the sender said so, and completes the message", async () => {
    const body = JSON.stringify({ records: [{ id: "7" }] });
    bench.azure.serviceBus.send(bench.topicId, { body, contentType: "application/json" });
    const { status, actions } = await run();
    assert.equal(status, "Succeeded");
    const { outputs } = actions[0] ?? {};
    assert.deepEqual((outputs as { body: unknown }).body, { records: [{ id: "7" }] });
    assert.deepEqual(bench.azure.serviceBus.messages(bench.subscriptionId), []);
  });

  it("has a wrapped body where the sender gave no type", async () => {
    bench.azure.serviceBus.send(bench.topicId, { body: "{}" });
    const { actions } = await run();
    const { body } = actions[0]?.outputs as { body: Record<string, unknown> };
    assert.equal(body["$content-type"], "application/atom+xml;type=entry;charset=utf-8");
  });

  it("waits on the clock for a message, and has an answer without a body where none comes", async () => {
    const { actions } = await run();
    assert.equal((actions[0]?.outputs as { statusCode: number }).statusCode, 204);
    assert.equal(bench.clock.now().getTime() - noon.getTime(), 5_000);
  });

  it("leaves the message to its lock when it cannot receive what it locked", async () => {
    bench.azure.serviceBus.send(bench.topicId, { body: "{}" });
    bench.azure.serviceBus.intercept(async (_request, answer) => {
      await answer();
      return { status: 500, headers: {}, body: "" };
    });
    assert.equal((await run()).status, "Failed");
    assert.deepEqual(
      bench.azure.serviceBus.messages(bench.subscriptionId).map(({ state }) => state),
      ["locked"],
    );
  });
});
