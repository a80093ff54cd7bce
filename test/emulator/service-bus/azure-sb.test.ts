import { createServiceBusService, type Done, type ReceivedMessage, type ServiceBusService } from "azure-sb";
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { messageRoles, openNamespace, principalId, type MessageBench } from "./message-bench";

/** Calls a function of azure-sb, whose last argument is a callback. */
function promised<Result>(call: (done: Done<Result>) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    call((error, result) => {
      if (error === null) resolve(result);
      else reject(typeof error === "string" ? new Error(error) : error);
    });
  });
}

describe("azure-sb at the emulator's Service Bus", () => {
  let bench: MessageBench;
  let client: ServiceBusService;

  beforeEach(async () => {
    bench = await openNamespace({ subscription: { lockDuration: "PT5M" } });
    await bench.assign(messageRoles.owner, bench.topicId);
    const { entra, network } = bench.azure;
    const token = await entra.issueToken({ principalId, audience: "https://servicebus.azure.net" });
    const endpoint = "Endpoint=sb://sb-test.servicebus.windows.net/";
    client = createServiceBusService(`${endpoint};SharedAccessKeyName=unused;SharedAccessKey=unused`);
    client.agent = network.agent;
    client.authenticationProvider = {
      signRequest: (request, done) => {
        request.withHeader("authorization", `Bearer ${token}`);
        done(null);
      },
    };
  });

  afterEach(() => bench.azure.close());

  const receive = (isPeekLock = true): Promise<ReceivedMessage> =>
    promised((done) => {
      client.receiveSubscriptionMessage("updates", "salesforce", { isPeekLock, timeoutIntervalInS: 1 }, done);
    });
  const settle = (name: "renewLockForMessage" | "unlockMessage" | "deleteMessage", message: ReceivedMessage) =>
    promised((done) => {
      client[name](message, done);
    });

  it("sends a message, and peek-locks, renews, unlocks and deletes it", async () => {
    const customProperties = { source: "etl", attempt: 2 };
    await promised((done) => {
      client.sendTopicMessage(
        "updates",
        { body: '{"records":[]}', contentType: "application/json", brokerProperties: { Label: "a" }, customProperties },
        done,
      );
    });
    const first = await receive();
    // It takes HTTP's own headers for application properties, too.
    const { source, attempt } = first.customProperties;
    assert.deepEqual(
      [first.body, first.contentType, source, attempt, first.brokerProperties.Label],
      ['{"records":[]}', "application/json", "etl", 2, "a"],
    );
    await bench.clock.wait(4 * 60_000);
    await settle("renewLockForMessage", first);
    await bench.clock.wait(4 * 60_000);
    await settle("unlockMessage", first);
    const second = await receive();
    assert.deepEqual([first.brokerProperties.DeliveryCount, second.brokerProperties.DeliveryCount], [1, 2]);
    await assert.rejects(settle("deleteMessage", first), /404/);
    await settle("deleteMessage", second);
    assert.deepEqual(bench.azure.serviceBus.messages(bench.subscriptionId), []);
  });

  it("receives and deletes in one, and is told where there is none", async () => {
    bench.azure.serviceBus.send(bench.topicId, { body: "text", contentType: "text/plain" });
    assert.equal((await receive(false)).body, "text");
    await assert.rejects(receive(), /No messages to receive/);
  });
});
