import { randomUUID } from "node:crypto";
import { exercise } from "../provenance";
import { behaviours } from "./behaviours";
import type { Entities, Subscription } from "./entities";
import { entityGone, ServiceBusError } from "./errors";
import type { Message } from "./message";

/**
 * Gives a message to each subscription of a topic that one of its rules selects it for.
 *
 * @throws {ServiceBusError} 410 without such a topic, 403 for a message that is too large
 */
export function deliver(entities: Entities, topicId: string, sent: Message, now: Date): void {
  const topic = entities.topic(topicId);
  if (topic === undefined) throw entityGone(topicId);
  const { mostBytes, timeToLive } = topic.properties;
  const bytes = Buffer.byteLength(sent.body);
  if (bytes > mostBytes) {
    const message = `The received message (size: ${bytes}) exceeds the limit (${mostBytes}) currently allowed by the topic.`;
    throw new ServiceBusError(behaviours.tooLarge, message);
  }
  const message = { ...sent, messageId: sent.messageId ?? newMessageId() };
  topic.lastSequenceNumber += 1;
  for (const [, { queue, rules }] of entities.subscriptionsBelow(topicId)) {
    exercise(behaviours.everyMessage);
    if (![...rules.values()].some((selects) => selects(message))) continue;
    const shortest = shortestOf(message.timeToLive, timeToLive, queue.properties.timeToLive);
    queue.add({
      ...{ message, sequenceNumber: topic.lastSequenceNumber, enqueuedAt: now, freeSince: now, deliveryCount: 0 },
      ...(shortest === undefined ? {} : { timeToLive: shortest }),
    });
  }
}

/** Finds a subscription. @throws {Error} 410 */
export function subscriptionOf(entities: Entities, id: string): Subscription {
  const subscription = entities.subscription(id);
  if (subscription === undefined) throw entityGone(id);
  return subscription;
}

function newMessageId(): string {
  exercise(behaviours.messageId);
  return randomUUID().replaceAll("-", "");
}

function shortestOf(...given: readonly (number | undefined)[]): number | undefined {
  const known = given.filter((each) => each !== undefined);
  if (known.length > 1) exercise(behaviours.shortestTimeToLive);
  return known.length === 0 ? undefined : Math.min(...known);
}
