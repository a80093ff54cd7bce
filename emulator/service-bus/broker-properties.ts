import { isObject } from "../../definition/json";
import { follow, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import { ServiceBusError } from "./errors";
import type { Message } from "./message";
import type { StoredMessage } from "./subscription-queue";

/** Broker properties that are handed on to receivers. https://learn.microsoft.com/rest/api/servicebus/message-headers-and-properties */
const labels = [
  ...["CorrelationId", "Label", "PartitionKey", "ReplyTo", "ReplyToSessionId", "SessionId", "To", "ViaPartitionKey"],
];

/**
 * Reads the `BrokerProperties` of a message to send. Those that Service Bus does not know are ignored, as it does.
 *
 * @throws {ServiceBusError} 400 for what is not JSON, and for properties that the emulator does not have
 */
export function readBrokerProperties(header = "{}"): Pick<Message, "messageId" | "timeToLive" | "labels"> {
  const given = parsed(header);
  if (given.ScheduledEnqueueTimeUtc !== undefined) {
    const message = "The emulator does not support the broker property 'ScheduledEnqueueTimeUtc'.";
    throw new ServiceBusError(behaviours.parameterNotServed, message);
  }
  const { MessageId, TimeToLive } = given;
  const handedOn = labels.flatMap((name) => (typeof given[name] === "string" ? [[name, given[name]] as const] : []));
  return {
    ...(typeof MessageId === "string" ? { messageId: MessageId } : {}),
    ...(typeof TimeToLive === "number" ? { timeToLive: TimeToLive * 1_000 } : {}),
    labels: Object.fromEntries(handedOn),
  };
}

function parsed(header: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(header);
    if (isObject(value)) return value;
  } catch {
    // Answered below: a text that is not JSON and one that is not an object are the same to the sender.
  }
  throw new ServiceBusError(behaviours.notARequest, "The header 'BrokerProperties' is not a JSON object.");
}

/** Writes the `BrokerProperties` of a received message, with its lock if it has one. */
export function writeBrokerProperties(stored: StoredMessage): string {
  const { message, sequenceNumber, enqueuedAt, timeToLive, deliveryCount, lock } = stored;
  return asciiJson({
    ...message.labels,
    DeliveryCount: deliveryCount + 1,
    EnqueuedSequenceNumber: sequenceNumber,
    EnqueuedTimeUtc: enqueuedAt.toUTCString(),
    ...(lock === undefined ? {} : { LockToken: lock.token, LockedUntilUtc: lock.until.toUTCString() }),
    MessageId: message.messageId,
    SequenceNumber: sequenceNumber,
    State: "Active",
    ...(timeToLive === undefined ? {} : { TimeToLive: timeToLive / 1_000 }),
  });
}

/** JSON that a header can carry. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What stands for a locked message in the address of its lock. */
export function lockedReference({ message, sequenceNumber }: StoredMessage, readings: Readings): string {
  return follow(readings, "lockedMessageAddress") === "messageId"
    ? encodeURIComponent(message.messageId)
    : String(sequenceNumber);
}
