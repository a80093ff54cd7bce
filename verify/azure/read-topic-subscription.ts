import { defaultApiVersion } from "../../azure";
import { asObject, asString } from "../../definition/json";
import type { ArmClient } from "./arm-client";

/** A subscription of a Service Bus topic, as Azure Resource Manager shows it: its messages are counted, and not read. */
export interface TopicSubscription {
  readonly name: string;
  readonly status: string;
  /** Length of a lock, ISO 8601. */
  readonly lockDuration: string;
  readonly maxDeliveryCount: number;
  readonly deadLettersExpired: boolean;
  readonly hasSessions: boolean;
  /** Name of the entity that its messages go to instead of waiting; empty for none. */
  readonly forwardTo: string;
  /** Messages that wait, those that are locked among them. */
  readonly waiting: number;
  readonly deadLetters: number;
}

/**
 * Reads a subscription. https://learn.microsoft.com/rest/api/servicebus/controlplane/subscriptions/get
 *
 * @throws {ResourceManagerError} as `get` does
 */
export async function readTopicSubscription(azure: Pick<ArmClient, "get">, id: string): Promise<TopicSubscription> {
  const answer = await azure.get(id, defaultApiVersion("Microsoft.ServiceBus/namespaces/topics/subscriptions"));
  const properties = asObject(answer.properties);
  const { activeMessageCount, deadLetterMessageCount } = asObject(properties.countDetails);
  return {
    name: asString(answer.name),
    status: asString(properties.status),
    lockDuration: asString(properties.lockDuration),
    maxDeliveryCount: Number(properties.maxDeliveryCount),
    deadLettersExpired: properties.deadLetteringOnMessageExpiration === true,
    hasSessions: properties.requiresSession === true,
    forwardTo: asString(properties.forwardTo),
    waiting: Number(activeMessageCount ?? 0),
    deadLetters: Number(deadLetterMessageCount ?? 0),
  };
}
