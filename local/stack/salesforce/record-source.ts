import { randomUUID } from "node:crypto";
import type { Azure } from "../../../emulator";
import type { Field } from "../../../emulator/salesforce";
import type { Message } from "../../../emulator/service-bus";
import type { ConsumerSettings } from "../../../settings";
import type { ServedOrg } from "./serve-orgs";

/** Shortest text that is remembered: others would be found by chance. */
const shortestRemembered = 16;

/** A consumer, and the org that its records go to; absent if its token's server belongs to none. */
interface Recipient {
  readonly consumer: ConsumerSettings;
  readonly org?: ServedOrg;
}

/** A record, as an ETL sends it. */
export type SentRecord = Readonly<Record<string, unknown>>;

/** A message of records. */
export interface SentMessage {
  readonly messageId: string;
  readonly records: readonly SentRecord[];
}

/** Sends messages to the topics of consumers, as an ETL does, and remembers what they contain. */
export class RecordSource {
  readonly #texts: string[] = [];

  constructor(private readonly azure: Pick<Azure, "serviceBus" | "clock">) {}

  /** Lists the texts of all records that were sent, which nothing but Salesforce may keep. For leak searches. */
  texts(): readonly string[] {
    return [...this.#texts];
  }

  /**
   * Sends a message of new records to the topic of consumers, with the properties that each of them maps.
   *
   * @param count records of the message @default 2
   * @throws {Error} without a consumer
   */
  send(consumers: readonly Recipient[], count = 2): SentMessage {
    const [first] = consumers;
    if (first === undefined) throw new Error("A message is sent to the topic of a consumer.");
    return this.sendRecords(first, this.records(consumers, count));
  }

  /** Makes new records, with the properties that each of some consumers maps. */
  records(consumers: readonly Recipient[], count: number): readonly SentRecord[] {
    return Array.from({ length: count }, () => this.#record(consumers));
  }

  /** Sends a message of records to the topic of a consumer. @param changes to the message. @default none */
  sendRecords({ consumer }: Recipient, records: readonly SentRecord[], changes: Partial<Message> = {}): SentMessage {
    const messageId = randomUUID();
    const message = { body: JSON.stringify({ records }), contentType: "application/json", messageId, ...changes };
    this.azure.serviceBus.send(consumer.subscription.topicId, message);
    return { messageId, records };
  }

  #record(consumers: readonly Recipient[]): SentRecord {
    const record: Record<string, unknown> = {};
    for (const { consumer, org } of consumers) {
      const object = org?.objects.find(({ name }) => name === consumer.sObject);
      for (const [name, property] of Object.entries(consumer.fields)) {
        record[property] ??= this.#value(object?.fields.find((field) => field.name === name));
      }
    }
    return record;
  }

  #value({ type, length = 255, values }: Field = { name: "", type: "string" }): unknown {
    switch (type) {
      case "double":
        return 42;
      case "boolean":
        return true;
      case "date":
        return this.azure.clock.now().toISOString().slice(0, 10);
      case "datetime":
        return this.azure.clock.now().toISOString();
      case "picklist":
      case "string": {
        if (values?.[0] !== undefined) return values[0];
        const text = randomUUID().slice(0, length);
        if (text.length >= shortestRemembered) this.#texts.push(text);
        return text;
      }
    }
  }
}
