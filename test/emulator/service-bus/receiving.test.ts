import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { messageRoles, noon, openNamespace, type MessageBench } from "./message-bench";

const minute = 60_000;
const at = (milliseconds: number): string => new Date(noon.getTime() + milliseconds).toUTCString();

describe("A message of a subscription", () => {
  let bench: MessageBench;

  beforeEach(async () => {
    const subscription = { lockDuration: "PT5M", maxDeliveryCount: 3, deadLetteringOnMessageExpiration: true };
    bench = await openNamespace({ subscription });
    await bench.assign(messageRoles.receiver, bench.subscriptionId);
  });

  afterEach(() => bench.azure.close());

  const send = (messageId: string, more: object = {}): void => {
    bench.azure.serviceBus.send(bench.topicId, { body: `{"id":"${messageId}"}`, messageId, ...more });
  };
  const messages = () => bench.azure.serviceBus.messages(bench.subscriptionId);

  it("is received with its body, type, properties and lock, and completed by the lock's address", async () => {
    send("m1", { contentType: "application/json", properties: { Source: 'a "b" é', Count: 2, Last: true } });
    const { status, headers, body, location, properties } = await bench.peekLock();
    assert.equal(status, 201);
    assert.equal(body, '{"id":"m1"}');
    assert.equal(headers["content-type"], "application/json");
    assert.deepEqual([headers.source, headers.count, headers.last], ['"a \\"b\\" \\u00e9"', "2", "true"]);
    const { LockToken: lockToken, ...others } = properties;
    assert.deepEqual(others, {
      DeliveryCount: 1,
      EnqueuedSequenceNumber: 1,
      EnqueuedTimeUtc: at(0),
      LockedUntilUtc: at(5 * minute),
      MessageId: "m1",
      SequenceNumber: 1,
      State: "Active",
    });
    const entity = "https://sb-test.servicebus.windows.net/updates/subscriptions/salesforce";
    assert.equal(location, `${entity}/messages/1/${String(lockToken)}`);
    assert.deepEqual(messages(), [{ messageId: "m1", sequenceNumber: 1, deliveryCount: 0, state: "locked" }]);
    const completed = await bench.call("DELETE", location);
    assert.deepEqual([completed.status, completed.body], [200, ""]);
    assert.deepEqual(messages(), []);
    assert.equal((await bench.call("DELETE", location)).status, 404);
  });

  it("is settled by its message ID, too, in any letter case of the fixed segments", async () => {
    send("m/1");
    const { properties } = await bench.peekLock();
    const path = `/Updates/Subscriptions/Salesforce/Messages/m%2F1/${String(properties.LockToken)}`;
    assert.equal((await bench.call("POST", path)).status, 200);
    assert.equal((await bench.call("DELETE", path)).status, 200);
  });

  it("is not received again while it is locked, and others are", async () => {
    for (const messageId of ["m1", "m2"]) send(messageId);
    assert.equal((await bench.peekLock()).properties.MessageId, "m1");
    assert.equal((await bench.peekLock()).properties.MessageId, "m2");
    const { status, body } = await bench.peekLock();
    assert.deepEqual([status, body], [204, ""]);
  });

  it("is received at once after it was unlocked, with a delivery more", async () => {
    send("m1");
    const { location } = await bench.peekLock();
    assert.equal((await bench.call("PUT", location)).status, 200);
    assert.deepEqual(messages(), [{ messageId: "m1", sequenceNumber: 1, deliveryCount: 1, state: "active" }]);
    assert.equal((await bench.call("PUT", location)).status, 404);
    assert.equal((await bench.peekLock()).properties.DeliveryCount, 2);
  });

  it("is received again when its lock is over, and not a moment before", async () => {
    send("m1");
    const { location } = await bench.peekLock();
    await bench.clock.wait(5 * minute - 1);
    assert.equal((await bench.peekLock()).status, 204);
    await bench.clock.wait(1);
    const error = await bench.call("DELETE", location);
    assert.deepEqual([error.status, error.headers["content-type"]], [404, "application/xml; charset=utf-8"]);
    assert.match(error.body, /^<Error><Code>404<\/Code><Detail>The lock supplied is invalid\. .*<\/Detail><\/Error>$/);
    assert.equal((await bench.peekLock()).properties.DeliveryCount, 2);
  });

  it("stays locked as long as its lock is renewed", async () => {
    send("m1");
    const { location } = await bench.peekLock();
    await bench.clock.wait(4 * minute);
    assert.equal((await bench.call("POST", location)).status, 200);
    await bench.clock.wait(4 * minute);
    assert.equal((await bench.call("DELETE", location)).status, 200);
  });

  it("is dead-lettered after its deliveries, without blocking the next, and read from there", async () => {
    send("poison", { properties: { Source: "etl" } });
    send("good");
    for (const expected of ["poison", "poison", "poison", "good"]) {
      const { properties, location } = await bench.peekLock();
      assert.equal(properties.MessageId, expected);
      if (expected === "poison") await bench.call("PUT", location);
    }
    assert.deepEqual(messages(), [
      {
        messageId: "poison",
        sequenceNumber: 1,
        deliveryCount: 3,
        state: "dead-lettered",
        deadLetterReason: "MaxDeliveryCountExceeded",
      },
      { messageId: "good", sequenceNumber: 2, deliveryCount: 0, state: "locked" },
    ]);
    const dead = await bench.call("POST", "$deadletterqueue/messages/head?timeout=0");
    assert.equal(dead.status, 201);
    assert.equal(dead.headers.source, '"etl"');
    assert.equal(dead.headers.deadletterreason, '"MaxDeliveryCountExceeded"');
    assert.equal(dead.headers.deadlettererrordescription, '"Message could not be consumed after 3 delivery attempts."');
    assert.match(dead.headers.location ?? "", /\/salesforce\/\$deadletterqueue\/messages\/1\/[0-9a-f-]{36}$/);
    assert.equal((await bench.call("DELETE", (dead.headers.location ?? "").replace("$", "%24"))).status, 200);
    assert.deepEqual(
      messages().map(({ messageId }) => messageId),
      ["good"],
    );
  });

  it("is dead-lettered at the end of its last lock, though nobody asks for it", async () => {
    send("poison");
    for (let delivery = 1; delivery <= 3; delivery += 1) {
      assert.equal((await bench.peekLock()).status, 201);
      await bench.clock.wait(5 * minute);
    }
    assert.deepEqual(
      messages().map(({ state }) => state),
      ["dead-lettered"],
    );
    await bench.call("POST", "$deadletterqueue/messages/head?timeout=0");
    await bench.clock.wait(60 * minute);
    assert.deepEqual(
      messages().map(({ deliveryCount, state }) => ({ deliveryCount, state })),
      [{ deliveryCount: 4, state: "dead-lettered" }],
    );
  });

  it("is dead-lettered when it expires, but not while it is locked, and stays there", async () => {
    send("m1", { timeToLive: minute });
    send("m2", { timeToLive: 90_000 });
    const { location, properties } = await bench.peekLock();
    assert.equal(properties.TimeToLive, 60);
    await bench.clock.wait(2 * minute);
    assert.deepEqual(
      messages().map(({ state, deadLetterReason }) => [state, deadLetterReason]),
      [
        ["locked", undefined],
        ["dead-lettered", "TTLExpiredException"],
      ],
    );
    await bench.call("PUT", location);
    await bench.clock.wait(24 * 60 * minute);
    assert.deepEqual(
      messages().map(({ messageId, deliveryCount, deadLetterReason }) => [messageId, deliveryCount, deadLetterReason]),
      [
        ["m1", 1, "TTLExpiredException"],
        ["m2", 0, "TTLExpiredException"],
      ],
    );
  });

  it("is gone when it expires where the subscription does not dead-letter it", async () => {
    await bench.put(bench.topicId, { defaultMessageTimeToLive: "PT2M" });
    await bench.put(bench.subscriptionId, { defaultMessageTimeToLive: "PT1M" });
    send("m1", { timeToLive: 5 * minute });
    await bench.clock.wait(minute - 1);
    assert.equal(messages().length, 1);
    await bench.clock.wait(1);
    assert.deepEqual(messages(), []);
  });

  it("is received and deleted in one", async () => {
    send("m1", { contentType: "text/plain" });
    const { status, body, headers } = await bench.call("DELETE", "messages/head?timeout=0&api-version=2015-01");
    assert.deepEqual(
      [status, body, headers["content-type"], headers.location],
      [200, '{"id":"m1"}', "text/plain", undefined],
    );
    assert.deepEqual(messages(), []);
    assert.equal((await bench.call("DELETE", "messages/head?timeout=0")).status, 204);
  });

  it("is waited for as long as the request says, on the clock", async () => {
    assert.equal((await bench.peekLock("?timeout=5")).status, 204);
    assert.equal(bench.clock.now().getTime() - noon.getTime(), 5_000);
    assert.equal((await bench.peekLock("")).status, 204);
    assert.equal(bench.clock.now().getTime() - noon.getTime(), 65_000);
  });

  it("is received by who waits for the end of its lock", async () => {
    send("m1");
    await bench.peekLock();
    await bench.clock.wait(5 * minute - 3_000);
    const { status, properties } = await bench.peekLock("?timeout=60");
    assert.deepEqual([status, properties.DeliveryCount], [201, 2]);
    assert.equal(bench.clock.now().getTime() - noon.getTime(), 5 * minute);
  });
});
