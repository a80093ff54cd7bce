import type { Message } from "../../../emulator/service-bus";
import { deadLettered, describeMessages, stored, type ConsumerFault } from "./consumer-fault";
import { maxDeliveryCount } from "./consumer-fault-stack";

/** Minutes after which a message that is never completed is a dead letter, and the run after them. */
const life = 5 * maxDeliveryCount + 2;

/** Messages that can never be stored, and the class of each. */
const badMessages: readonly (readonly [name: string, message: Partial<Message>, code: string])[] = [
  ["message-text-instead-of-json", { body: "hello" }, "BadMessage"],
  ["message-text-of-its-own-type", { body: "hello", contentType: "text/plain" }, "BadMessage"],
  ["message-without-records", { body: "{}" }, "BadMessage"],
  ["message-with-a-value-of-another-type", { body: recordsText({ employees: "many" }) }, "BadMessage"],
  ["message-without-an-external-id", { body: recordsText({ erp_id: null }) }, "RequiredFieldMissing"],
  ["message-without-a-required-field", { body: recordsText({ name: null }) }, "RequiredFieldMissing"],
];

function recordsText(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ records: [{ erp_id: "wrong", name: "x", ...changes }] });
}

/** Faults of messages, and of their number. */
export const messageFaults: readonly ConsumerFault[] = [
  ...badMessages.map(([name, message, code]): ConsumerFault => ({
    name,
    inject: async (harness) => {
      harness.sendRecords([], message);
      await harness.slots(life);
    },
    expected: () => deadLettered(code),
  })),
  {
    name: "message-of-201-records",
    inject: async (harness) => {
      harness.send(201);
      await harness.slots(life);
    },
    expected: () => deadLettered("TooManyRecords"),
  },
  {
    name: "poison-among-good-messages",
    inject: async (harness) => {
      harness.send();
      harness.sendRecords([], { body: "poison" });
      harness.send();
      harness.send();
      await harness.slots(life);
    },
    expected: () =>
      deadLettered("BadMessage", { messages: describeMessages({ completed: 3, deadLettered: 1 }), records: 6 }),
  },
  {
    name: "external-id-twice-in-a-message",
    inject: async (harness) => {
      const [record = {}] = harness.records(1);
      harness.sendRecords([record, record, ...harness.records(1)]);
      await harness.slots(life);
    },
    // Under the other reading, the first of the two is stored; both have its external ID.
    expected: ({ repeatedExternalId }) =>
      deadLettered("RowsRejected", { records: repeatedExternalId === "everyRow" ? 1 : 3 }),
  },
  {
    name: "properties-absent-and-null",
    inject: async (harness) => {
      const [one = {}, other = {}] = harness.records(2);
      const { phone: _, ...absent } = one;
      harness.sendRecords([absent, { ...other, phone: null }]);
      await harness.slots(1);
    },
    expected: () => stored([]),
  },
  {
    name: "message-expired",
    inject: async (harness) => {
      harness.sendRecords(harness.records(2), { timeToLive: 30_000 });
      await harness.slots(1);
    },
    expected: () =>
      stored([], { messages: describeMessages({ deadLettered: 1 }), records: 0, alerts: ["dead-letters"] }),
  },
  {
    name: "more-messages-than-a-run-takes",
    inject: async (harness) => {
      for (let message = 0; message < harness.consumer.consumer.maxMessagesPerRun + 1; message += 1) harness.send();
      await harness.slots(2);
    },
    expected: () => stored([], { messages: describeMessages({ completed: 21 }), records: 42 }),
  },
  {
    name: "run-on-demand-at-the-same-time",
    inject: async (harness) => {
      harness.send();
      harness.send();
      await harness.wait(1);
      await Promise.all([harness.run(), harness.run()]);
    },
    expected: () => stored([], { messages: describeMessages({ completed: 2 }), records: 4 }),
  },
  {
    name: "consumer-recurrence-stopped-and-resumed",
    inject: async (harness) => {
      harness.send();
      await harness.wait(180);
      await harness.refreshToken();
      await harness.slots(1);
    },
    expected: () => stored([], { refreshes: 1, alerts: ["silent"] }),
  },
];
