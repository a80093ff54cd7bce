import { SubscriptionQueue, type SubscriptionProperties } from "./subscription-queue";
import type { Filter } from "./filter";

/** A namespace in Azure Resource Manager. */
export interface NamespaceProperties {
  readonly id: string;
  readonly name: string;
  readonly tier: "Basic" | "Standard" | "Premium";
}

/** A topic in Azure Resource Manager. */
export interface TopicProperties {
  readonly id: string;
  readonly name: string;
  /** Milliseconds. @default no message expires by it */
  readonly timeToLive?: number;
  /** Largest body of a message. */
  readonly mostBytes: number;
}

/** A topic, and what it has so far. */
export interface Topic {
  properties: TopicProperties;
  /** Sequence number of the last message. */
  lastSequenceNumber: number;
}

/** A subscription, its rules by name in lower case, and its messages. */
export interface Subscription {
  readonly queue: SubscriptionQueue;
  readonly rules: Map<string, Filter>;
}

/** Namespaces, topics and subscriptions, by their IDs in Azure Resource Manager. IDs and names ignore case. */
export class Entities {
  readonly #namespaces = new Map<string, NamespaceProperties>();
  readonly #topics = new Map<string, Topic>();
  readonly #subscriptions = new Map<string, Subscription>();

  namespaces(): readonly NamespaceProperties[] {
    return [...this.#namespaces.values()];
  }

  namespace(id: string): NamespaceProperties | undefined {
    return this.#namespaces.get(id.toLowerCase());
  }

  topic(id: string): Topic | undefined {
    return this.#topics.get(id.toLowerCase());
  }

  subscription(id: string): Subscription | undefined {
    return this.#subscriptions.get(id.toLowerCase());
  }

  /** The subscriptions of a topic or of a whole namespace, with their IDs in lower case. */
  subscriptionsBelow(id: string): readonly (readonly [id: string, subscription: Subscription])[] {
    return [...this.#subscriptions].filter(([each]) => each.startsWith(`${id.toLowerCase()}/`));
  }

  putNamespace(properties: NamespaceProperties): void {
    this.#namespaces.set(properties.id.toLowerCase(), properties);
  }

  putTopic(properties: TopicProperties): void {
    const topic = this.topic(properties.id);
    if (topic === undefined) this.#topics.set(properties.id.toLowerCase(), { properties, lastSequenceNumber: 0 });
    else topic.properties = properties;
  }

  putSubscription(properties: SubscriptionProperties): void {
    const subscription = this.subscription(properties.id);
    if (subscription !== undefined) subscription.queue.properties = properties;
    else {
      const created = { queue: new SubscriptionQueue(properties), rules: new Map<string, Filter>() };
      this.#subscriptions.set(properties.id.toLowerCase(), created);
    }
  }

  /** Removes a namespace, topic or subscription with all its messages. */
  remove(id: string): void {
    for (const map of [this.#namespaces, this.#topics, this.#subscriptions]) map.delete(id.toLowerCase());
  }
}
