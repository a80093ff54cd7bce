import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { messageRoles, noon, openNamespace, type MessageBench } from "./message-bench";

describe("A message that is sent", () => {
  let bench: MessageBench;

  beforeEach(async () => {
    bench = await openNamespace();
    await bench.assign(messageRoles.owner, bench.namespaceId);
  });

  afterEach(() => bench.azure.close());

  const send = (headers: Readonly<Record<string, string>> = {}, body = "1") =>
    bench.call("POST", "/updates/messages", headers, body);

  it("is received as it was sent, with a message ID where it has none", async () => {
    const brokerProperties = { Label: "accounts", CorrelationId: "c-1", TimeToLive: 90, Unknown: "x" };
    const sent = await send(
      {
        "content-type": "application/json",
        brokerproperties: JSON.stringify(brokerProperties),
        source: '"etl"',
        attempt: "2",
        plain: "text",
      },
      '{"records":[]}',
    );
    assert.deepEqual([sent.status, sent.body], [201, ""]);
    const { body, headers, properties } = await bench.peekLock();
    assert.equal(body, '{"records":[]}');
    assert.deepEqual(
      [headers["content-type"], headers.source, headers.attempt, headers.plain, headers.accept],
      ["application/json", '"etl"', "2", '"text"', undefined],
    );
    assert.match(String(properties.MessageId), /^[0-9a-f]{32}$/);
    const { Label: label, CorrelationId: correlationId, TimeToLive: timeToLive, Unknown: unknown } = properties;
    assert.deepEqual([label, correlationId, timeToLive, unknown], ["accounts", "c-1", 90, undefined]);
    assert.equal(properties.EnqueuedTimeUtc, noon.toUTCString());
  });

  it("keeps its message ID, and comes to every subscription there is", async () => {
    await bench.put(`${bench.topicId}/subscriptions/billing`);
    await send({ brokerproperties: '{"MessageId":"m1"}' });
    await bench.put(`${bench.topicId}/subscriptions/later`);
    const ids = (name: string) =>
      bench.azure.serviceBus.messages(`${bench.topicId}/subscriptions/${name}`).map(({ messageId }) => messageId);
    assert.deepEqual([ids("salesforce"), ids("Billing"), ids("later")], [["m1"], ["m1"], []]);
  });

  it("comes to a subscription whose rules select it, once", async () => {
    const { azure, subscriptionId } = bench;
    const rule = (name: string): string => `${subscriptionId}/rules/${name}`;
    const correlationFilter = { label: "accounts", properties: { source: "etl" } };
    await bench.put(rule("$Default"), { sqlFilter: { sqlExpression: "1 = 0" } });
    await bench.put(rule("accounts"), { filterType: "CorrelationFilter", correlationFilter });
    await bench.put(rule("json"), {
      filterType: "CorrelationFilter",
      correlationFilter: { contentType: "application/json" },
    });
    const labelled = { brokerproperties: '{"MessageId":"m1","Label":"accounts"}' };
    await send({ ...labelled, source: '"other"' });
    await send({ brokerproperties: '{"MessageId":"m2"}', source: '"etl"' });
    await send({ ...labelled, source: '"etl"', "content-type": "application/json" });
    assert.deepEqual(
      azure.serviceBus.messages(subscriptionId).map(({ sequenceNumber }) => sequenceNumber),
      [3],
    );
    for (const name of ["accounts", "json"]) azure.arm.deleteResource(rule(name));
    await send({ ...labelled, source: '"etl"' });
    assert.equal(azure.serviceBus.messages(subscriptionId).length, 1);
    await bench.put(rule("$Default"), {});
    await send();
    assert.equal(azure.serviceBus.messages(subscriptionId).length, 2);
  });

  it("is refused with 403 over the limit of the namespace's tier", async () => {
    assert.equal((await send({}, "é".repeat(128 * 1024))).status, 201);
    const { status, body } = await send({}, `${"é".repeat(128 * 1024)}.`);
    assert.equal(status, 403);
    assert.match(body, /\(size: 262145\) exceeds the limit \(262144\)/);
    await bench.put(bench.namespaceId, {}, { location: "westeurope", sku: { name: "Premium" } });
    await bench.put(bench.topicId);
    assert.equal((await send({}, "x".repeat(262_145))).status, 201);
  });

  it("is refused by name as a batch, scheduled, or to a subscription, and otherwise where it is malformed", async () => {
    const batch = await send({ "content-type": "application/vnd.microsoft.servicebus.json" }, "[]");
    assert.deepEqual([batch.status, /batches of messages/.test(batch.body)], [501, true]);
    const scheduled = await send({ brokerproperties: '{"ScheduledEnqueueTimeUtc":"Mon, 23 Nov 2026 13:00:00 GMT"}' });
    assert.deepEqual([scheduled.status, /'ScheduledEnqueueTimeUtc'/.test(scheduled.body)], [501, true]);
    for (const brokerproperties of ["{", '"x"']) assert.equal((await send({ brokerproperties })).status, 400);
    assert.equal((await bench.call("POST", "messages", {}, "1")).status, 400);
    assert.deepEqual(bench.azure.serviceBus.messages(bench.subscriptionId), []);
  });
});

describe("A request for messages that the emulator does not have", () => {
  let bench: MessageBench;

  beforeEach(async () => {
    bench = await openNamespace();
    await bench.assign(messageRoles.owner, bench.namespaceId);
  });

  afterEach(() => bench.azure.close());

  for (const [method, path, status, detail] of [
    ["GET", "/updates", 501, /does not support GET \/updates, only operations on messages/],
    ["GET", "messages/head", 501, /does not support GET /],
    ["POST", "messages/head?timeout=0&sessionid=1", 501, /does not support the query parameter 'sessionid'/],
    ["POST", "messages/head?timeout=soon", 400, /'timeout' is not a number of seconds/],
    ["POST", "/updates/messages/head?timeout=0", 400, /received from a subscription, not from a topic/],
    ["DELETE", "/updates/messages/1/11111111-1111-4111-8111-111111111111", 400, /of a subscription, not of a topic/],
    ["POST", "/queue/messages/head?timeout=0", 410, /The messaging entity 'queue' could not be found/],
    ["PUT", "messages/1/11111111-1111-4111-8111-111111111111", 404, /The lock supplied is invalid/],
  ] as const) {
    it(`is refused: ${method} ${path}`, async () => {
      const answer = await bench.call(method, path);
      assert.equal(answer.status, status);
      assert.match(answer.body, detail);
    });
  }
});

describe("The answer to a receiver", () => {
  let bench: MessageBench | undefined;

  afterEach(() => bench?.azure.close());

  for (const [untypedMessage, contentType] of [
    ["atomEntry", "application/atom+xml;type=entry;charset=utf-8"],
    ["octetStream", "application/octet-stream"],
    ["none", undefined],
  ] as const) {
    it(`has the Content-Type ${String(contentType)} for a message without one, by the reading ${untypedMessage}`, async () => {
      bench = await openNamespace({ readings: { untypedMessage } });
      await bench.assign(messageRoles.receiver, bench.subscriptionId);
      bench.azure.serviceBus.send(bench.topicId, { body: "1" });
      assert.equal((await bench.peekLock()).headers["content-type"], contentType);
    });
  }

  for (const [lockedMessageAddress, segment] of [
    ["sequenceNumber", "1"],
    ["messageId", "m%2F1"],
  ] as const) {
    it(`has an address of the lock by the ${lockedMessageAddress}, which settles the message`, async () => {
      bench = await openNamespace({ readings: { lockedMessageAddress } });
      await bench.assign(messageRoles.receiver, bench.subscriptionId);
      bench.azure.serviceBus.send(bench.topicId, { body: "1", messageId: "m/1" });
      const { location, properties } = await bench.peekLock();
      assert.ok(location.endsWith(`/messages/${segment}/${String(properties.LockToken)}`), location);
      assert.equal((await bench.call("DELETE", location)).status, 200);
    });
  }
});

describe("Something between clients and Service Bus", () => {
  let bench: MessageBench;

  beforeEach(async () => {
    bench = await openNamespace();
    await bench.assign(messageRoles.owner, bench.namespaceId);
    bench.azure.serviceBus.send(bench.topicId, { body: "1" });
  });

  afterEach(() => bench.azure.close());

  it("answers in its place, and nothing happens there", async () => {
    const { serviceBus } = bench.azure;
    serviceBus.intercept(() => ({ status: 503, headers: {}, body: "" }));
    assert.equal((await bench.peekLock()).status, 503);
    serviceBus.intercept(undefined);
    assert.equal((await bench.peekLock()).properties.DeliveryCount, 1);
  });

  it("loses an answer after the request had its effect", async () => {
    const { serviceBus } = bench.azure;
    const seen: string[] = [];
    serviceBus.intercept(async ({ method }, answer) => {
      seen.push(method);
      await answer();
      return { status: 500, headers: {}, body: "" };
    });
    assert.equal((await bench.peekLock()).status, 500);
    serviceBus.intercept(undefined);
    assert.deepEqual(seen, ["POST"]);
    assert.deepEqual(
      serviceBus.messages(bench.subscriptionId).map(({ state }) => state),
      ["locked"],
    );
  });
});
