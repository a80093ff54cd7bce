import type { ConsumedSubscription } from "../../settings";

const topicIdPattern = /\/providers\/Microsoft\.ServiceBus\/namespaces\/([^/]+)\/topics\/([^/]+)$/i;

/**
 * Address of a topic's subscription, without a slash at its end.
 *
 * @throws {RangeError} for an ID that is not a topic's
 */
export function serviceBusPath({ topicId, name }: ConsumedSubscription): string {
  const [, namespace, topic] = topicIdPattern.exec(topicId) ?? [];
  if (namespace === undefined || topic === undefined) {
    throw new RangeError("subscription.topicId of a consumer is not the resource ID of a Service Bus topic.");
  }
  return `https://${namespace.toLowerCase()}.servicebus.windows.net/${topic}/subscriptions/${name}`;
}
