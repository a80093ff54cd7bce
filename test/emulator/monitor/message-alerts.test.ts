import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { firedAlerts } from "../../../emulator/monitor";
import type { Readings } from "../../../emulator/provenance";
import { messageRoles, noon, openNamespace, type MessageBench } from "../service-bus/message-bench";
import { ruleProperties } from "./runs";

const minute = 60_000;

describe("An alert on the messages of a namespace", () => {
  let bench: MessageBench;

  const open = async (readings: Partial<Readings> = {}): Promise<void> => {
    bench = await openNamespace({ readings, subscription: { lockDuration: "PT5M", maxDeliveryCount: 2 } });
    await bench.assign(messageRoles.owner, bench.namespaceId);
  };
  const watch = (criterion: object): Promise<void> => {
    const id = `${bench.groupId}/providers/Microsoft.Insights/metricAlerts/messages`;
    const threshold = { operator: "GreaterThan", threshold: 0, timeAggregation: "Maximum", ...criterion };
    const properties = ruleProperties(
      { scopes: [bench.namespaceId], windowSize: "PT5M", evaluationFrequency: "PT1M" },
      { metricNamespace: "Microsoft.ServiceBus/namespaces", ...threshold },
    );
    const body = { location: "global", properties };
    return bench.azure.arm.put({ id, type: "", name: "", apiVersion: "2018-03-01", body });
  };
  /** Entity, and minutes from the beginning at which the alert fired and was over. */
  const alerts = (untilMinute: number): readonly unknown[][] =>
    firedAlerts(bench.azure, { until: new Date(noon.getTime() + untilMinute * minute) }).map(
      ({ dimensions, firedAt, resolvedAt }) => [
        dimensions.EntityName,
        ...[firedAt, resolvedAt].map((time) =>
          time === undefined ? "active" : (time.getTime() - noon.getTime()) / minute,
        ),
      ],
    );
  const split = (...values: readonly string[]) => ({
    dimensions: [{ name: "EntityName", operator: "Include", values }],
  });
  const send = (): void => {
    bench.azure.serviceBus.send(bench.topicId, { body: "1" });
  };

  afterEach(() => bench.azure.close());

  it("fires when a message is dead-lettered, and is over when the dead-letter queue is empty", async () => {
    await open();
    await watch({ metricName: "DeadletteredMessages", ...split("Updates") });
    send();
    assert.deepEqual(alerts(60), []);
    for (let delivery = 1; delivery <= 2; delivery += 1) {
      await bench.peekLock();
      await bench.clock.wait(5 * minute);
    }
    assert.deepEqual(alerts(60), [["updates", 10, "active"]]);
    await bench.clock.wait(minute);
    await bench.call("DELETE", "$deadletterqueue/messages/head?timeout=0");
    assert.deepEqual(alerts(60), [["updates", 10, 17]]);
  });

  it("foresees a lock that ends, in the time to come", async () => {
    await open();
    await bench.put(bench.subscriptionId, { lockDuration: "PT5M", maxDeliveryCount: 1 });
    await watch({ metricName: "DeadletteredMessages", ...split("*") });
    send();
    await bench.peekLock();
    assert.deepEqual(alerts(4), []);
    assert.deepEqual(alerts(5), [["updates", 5, "active"]]);
    assert.equal(bench.azure.serviceBus.messages(bench.subscriptionId)[0]?.state, "locked");
  });

  it("watches another entity only where the rule says so", async () => {
    await open();
    await watch({ metricName: "ActiveMessages", ...split("orders") });
    send();
    assert.deepEqual(alerts(10), []);
    await watch({ metricName: "ActiveMessages" });
    assert.deepEqual(alerts(10), [[undefined, 1, "active"]]);
  });

  it("fires while messages wait all the time, and not when they come and go", async () => {
    await open();
    await watch({ metricName: "ActiveMessages", timeAggregation: "Minimum" });
    await bench.clock.wait(minute);
    for (let sent = 0; sent < 3; sent += 1) {
      send();
      await bench.clock.wait(3 * minute);
      await bench.call("DELETE", "messages/head?timeout=0");
      await bench.clock.wait(minute);
    }
    assert.deepEqual(alerts(13), []);
    send();
    assert.deepEqual(alerts(30), [[undefined, 17, "active"]]);
  });

  it("compares the average over the window", async () => {
    await open();
    await watch({ metricName: "ActiveMessages", timeAggregation: "Average", threshold: 0.5 });
    await bench.clock.wait(10 * minute);
    send();
    await bench.clock.wait(2 * minute);
    await bench.call("DELETE", "messages/head?timeout=0");
    assert.deepEqual(alerts(30), []);
    await bench.clock.wait(8 * minute);
    send();
    await bench.clock.wait(3 * minute);
    assert.deepEqual(alerts(30), [[undefined, 22, "active"]]);
  });

  it("has the name of the subscription in its entity, by the other reading", async () => {
    await open({ messageMetricEntity: "subscription" });
    await bench.put(`${bench.topicId}/subscriptions/billing`);
    await watch({ metricName: "ActiveMessages", ...split("*") });
    send();
    assert.deepEqual(alerts(1), [
      ["updates/Subscriptions/salesforce", 1, "active"],
      ["updates/Subscriptions/billing", 1, "active"],
    ]);
  });

  it("counts the messages of all subscriptions of a topic together", async () => {
    await open();
    await bench.put(`${bench.topicId}/subscriptions/billing`);
    await watch({ metricName: "ActiveMessages", threshold: 1, ...split("updates") });
    send();
    assert.deepEqual(alerts(1), [["updates", 1, "active"]]);
  });
});
