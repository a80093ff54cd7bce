import { namespaceHost, type Cloud } from "../../azure";
import type { ConsumedSubscription } from "../../settings";

const topicIdPattern = /\/providers\/Microsoft\.ServiceBus\/namespaces\/([^/]+)\/topics\/([^/]+)$/i;

/**
 * Address of a topic's subscription, without a slash at its end.
 *
 * @throws {RangeError} for an ID that is not a topic's
 */
export function serviceBusPath({ topicId, name }: ConsumedSubscription, cloud: Cloud): string {
  const [, namespace, topic] = topicIdPattern.exec(topicId) ?? [];
  if (namespace === undefined || topic === undefined) {
    throw new RangeError("subscription.topicId of a consumer is not the resource ID of a Service Bus topic.");
  }
  return `https://${namespaceHost(cloud, namespace)}/${topic}/subscriptions/${name}`;
}
