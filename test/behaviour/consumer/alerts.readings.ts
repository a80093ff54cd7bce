import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Readings } from "../../../emulator/provenance";
import { describeEnd } from "../../../local/stack/controlled-stack";
import { serviceBusTopicId } from "../../settings/settings-under-test";
import { deployConsumerStack, type ConsumerStack } from "./consumer-stack";

const minute = 60_000;

describe("The alerts of a consumer, under what Azure may count a topic's messages by", () => {
  const under = async (
    readings: Partial<Readings>,
    consumer: Readonly<Record<string, unknown>>,
    work: (bench: ConsumerStack) => Promise<void>,
  ): Promise<void> => {
    const bench = await deployConsumerStack(consumer, { readings, alerts: true });
    try {
      await work(bench);
    } finally {
      await bench.stack.azure.close();
    }
  };

  it("tell of dead letters under the subscription's own name", () =>
    under({ messageMetricEntity: "subscription" }, { maxDeliveryCount: 2 }, async (bench) => {
      bench.send("poison", "text/plain");
      for (let slot = 0; slot < 12; slot++) await bench.consume();
      assert.deepEqual(bench.alerts(5), ["failed", "dead-letters"]);
    }));

  for (const [messageMetricEntity, rules] of [
    ["topic", ["dead-letters"]],
    ["subscription", []],
  ] as const) {
    it(`tell of another subscription's dead letters only by the topic: by ${messageMetricEntity}`, () =>
      under({ messageMetricEntity }, {}, async (bench) => {
        const { azure } = bench.stack;
        const properties = { deadLetteringOnMessageExpiration: true };
        const id = `${serviceBusTopicId}/subscriptions/billing`;
        await azure.arm.put({ id, type: "", name: "", apiVersion: "2026-01-01", body: { properties } });
        azure.serviceBus.send(serviceBusTopicId, {
          body: JSON.stringify({ records: [{ erp_id: "1", name: "Account 1" }] }),
          timeToLive: 3 * minute,
        });
        for (let slot = 0; slot < 4; slot++) assert.equal(describeEnd(await bench.consume()), "Succeeded");
        assert.deepEqual(bench.alerts(5), rules);
      }));
  }
});
