import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { firedAlerts } from "../../../emulator/monitor";
import { describeEnd } from "../../../local/stack/controlled-stack";
import { serviceBusTopicId } from "../../settings/settings-under-test";
import { deployConsumerStack, type ConsumerStack } from "./consumer-stack";

const minute = 60_000;
const record = (id: string): object => ({ erp_id: id, name: `Account ${id}` });

describe("The alerts of a consumer", () => {
  let bench: ConsumerStack;

  const open = async (consumer = {}): Promise<void> => {
    bench = await deployConsumerStack(consumer, { alerts: true });
  };
  const send = (messages: number): void => {
    for (let id = 0; id < messages; id++) bench.send({ records: [record(String(id))] });
  };
  /** How each of so many runs ended, one a minute: each end once. */
  const run = async (slots: number): Promise<readonly string[]> => {
    const ends: string[] = [];
    for (let slot = 0; slot < slots; slot++) ends.push(describeEnd(await bench.consume()));
    return [...new Set(ends)];
  };
  const poison = async (): Promise<void> => {
    bench.send("poison", "text/plain");
    await run(12);
  };

  afterEach(() => bench.stack.azure.close());

  it("stay silent through runs with and without messages and a renewed session, and tell when the runs stop", async () => {
    await open();
    for (let hour = 0; hour < 2; hour++) {
      send(5);
      assert.deepEqual(await run(60), ["Succeeded"]);
    }
    await bench.endSessions();
    send(1);
    assert.deepEqual(await run(2), ["Succeeded"]);
    assert.equal(bench.refreshes().length, 2);
    assert.deepEqual(bench.alerts(), []);
    assert.deepEqual(bench.alerts(55), []);
    assert.deepEqual(bench.alerts(65), ["silent"]);
  });

  it("tell of dead letters until there are none", async () => {
    await open({ maxDeliveryCount: 2 });
    await poison();
    assert.deepEqual(bench.states(), ["dead-lettered 2"]);
    assert.deepEqual(bench.alerts(5), ["failed", "dead-letters"]);
    const [, alert] = firedAlerts(bench.stack.azure, {
      until: new Date(bench.stack.clock.now().getTime() + 5 * minute),
    });
    assert.match(alert?.description ?? "", /^The topic crm-updates has dead letters, perhaps of the consumer/);
    const entities = { topic: "crm-updates", subscription: "crm-updates/Subscriptions/salesforce" };
    assert.deepEqual(
      [alert?.scopeId, alert?.dimensions],
      [
        serviceBusTopicId.split("/topics/")[0],
        { EntityName: entities[bench.stack.azure.readings.messageMetricEntity] },
      ],
    );
  });

  it("tell of an outage by the runs that fail, though runs succeed while the message is locked", async () => {
    await open();
    send(1);
    bench.org.failRequests("SERVER_UNAVAILABLE", 1_000);
    assert.deepEqual(await run(70), ["Failed SalesforceUnavailable", "Succeeded"]);
    assert.deepEqual(bench.alerts(), ["failed"]);
  });

  it("tell of an outage by the lack of success, too, where each run finds a message", async () => {
    await open();
    send(5);
    bench.org.failRequests("SERVER_UNAVAILABLE", 1_000);
    assert.deepEqual(await run(66), ["Failed SalesforceUnavailable"]);
    assert.deepEqual(bench.alerts(), ["failed", "silent"]);
  });

  it("tell of an outage with many messages by failed runs, by the messages, and by the lack of success", async () => {
    await open();
    send(80);
    bench.org.failRequests("SERVER_UNAVAILABLE", 1_000);
    assert.deepEqual(await run(66), ["Failed SalesforceUnavailable"]);
    assert.deepEqual(bench.alerts(), ["failed", "waiting", "silent"]);
  });

  it("tell that messages wait without a break, where runs succeed and do not keep up", async () => {
    await open({ maxMessagesPerRun: 1 });
    send(80);
    assert.deepEqual(await run(66), ["Succeeded"]);
    assert.deepEqual(bench.alerts(), ["waiting"]);
    await run(30);
    const [alert] = firedAlerts(bench.stack.azure);
    assert.match(alert?.description ?? "", /than a run of the consumer consume-accounts processes \(1\), all the time/);
    assert.notEqual(alert?.resolvedAt, undefined);
  });
});
