import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { answeredWith, answerLost, withScriptedMessages } from "../../../local/faults/scripted-service-bus";
import { readSimulatedLatency } from "../../../emulator/network";
import { messageRoles, openNamespace, type MessageBench } from "../../emulator/service-bus/message-bench";

describe("A script in front of Service Bus", () => {
  let bench: MessageBench;

  beforeEach(async () => {
    bench = await openNamespace();
    await bench.assign(messageRoles.receiver, bench.subscriptionId);
    bench.azure.serviceBus.send(bench.topicId, { body: "1" });
  });

  afterEach(() => bench.azure.close());

  const states = () => bench.azure.serviceBus.messages(bench.subscriptionId).map(({ state }) => state);

  it("answers the next request of an operation, and lets others pass", async () => {
    const { result, requests } = await withScriptedMessages(
      bench.azure,
      "DeleteMessage",
      [answeredWith(500), undefined, answeredWith(503)],
      async () => {
        const { location } = await bench.peekLock();
        const first = await bench.call("DELETE", location);
        const between = states();
        const second = await bench.call("DELETE", location);
        return [first.status, between, second.status];
      },
    );
    assert.deepEqual(result, [500, ["locked"], 200]);
    assert.deepEqual(
      requests.map(({ method }) => method),
      ["DELETE", "DELETE"],
    );
    assert.deepEqual(states(), []);
  });

  it("loses the answer of a request that had its effect", async () => {
    const { result } = await withScriptedMessages(bench.azure, "PeekLockMessage", [answerLost], () => bench.peekLock());
    assert.deepEqual([result.status, readSimulatedLatency(result).tookMilliseconds], [201, 150_000]);
    assert.deepEqual(states(), ["locked"]);
    assert.equal((await bench.peekLock()).status, 204);
  });
});
