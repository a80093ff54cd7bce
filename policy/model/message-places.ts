import type { StackResource } from "../stack";
import type { ResourceKey } from "./resource-keys";
import { maybeSame, namedResource, ResourceKeys } from "./resource-keys";

/** A place in Service Bus that a role is assigned at. */
export interface MessagePlace {
  readonly namespace: ResourceKey;
  /** `queue`, `topic` or `topic/subscriptions/name`, in lower case. Absent: the namespace. */
  readonly entity?: string;
  /** True if only the deployment tells whether it is an entity below, and which. */
  readonly mayBeNarrower?: true;
}

/** Types of Service Bus that grants and definitions refer to, outermost first. */
const messageTypes = {
  namespace: "azure-native:servicebus:Namespace",
  queue: "azure-native:servicebus:Queue",
  topic: "azure-native:servicebus:Topic",
  subscription: "azure-native:servicebus:Subscription",
} as const;

/** Finds the namespace, queue, topic or subscription that something means, by resource ids and what they are made from. */
export class MessagePlaces {
  private readonly namespaces: ResourceKeys;
  /** The namespaces, queues, topics and subscriptions of the stack, by URN. */
  private readonly places = new Map<string, MessagePlace>();

  constructor(ofType: (type: string) => readonly StackResource[]) {
    const namespaces = ofType(messageTypes.namespace);
    this.namespaces = new ResourceKeys(namespaces.map((resource) => namedResource(resource, "namespaceName")));
    for (const { urn } of namespaces) this.places.set(urn, { namespace: `urn:${urn}` });
    for (const [type, property] of [
      [messageTypes.queue, "queueName"],
      [messageTypes.topic, "topicName"],
    ] as const) {
      for (const resource of ofType(type)) this.add(resource, namedResource(resource, property).name);
    }
    for (const resource of ofType(messageTypes.subscription)) {
      const { name } = namedResource(resource, "subscriptionName");
      const topic = this.topicOf(resource);
      this.add(resource, name === undefined || topic === undefined ? undefined : `${topic}/subscriptions/${name}`);
    }
  }

  /** True if the stack declares anything of a namespace, or may do so. */
  declares(namespace: ResourceKey): boolean {
    return [...this.places.values()].some((place) => maybeSame(place.namespace, namespace));
  }

  /** @param madeFrom URNs of what its name is made from */
  namespaceOf(name: string | undefined, madeFrom: readonly string[]): ResourceKey {
    return this.namespaces.of(name, madeFrom);
  }

  /** @returns undefined where the id is of nothing in Service Bus */
  ofId(id: string, madeFrom: readonly string[]): MessagePlace | undefined {
    const [, namespace, entity, subscription] =
      /\/providers\/Microsoft\.ServiceBus\/namespaces\/([^/]+)(?:\/(?:queues|topics)\/([^/]+)(?:\/subscriptions\/([^/]+))?)?/i.exec(
        id,
      ) ?? [];
    if (namespace === undefined) return undefined;
    const place = { namespace: this.namespaces.of(namespace, madeFrom) };
    if (entity === undefined) return place;
    // Resource ids have a tilde for each slash of a name.
    const name = entity.replaceAll("~", "/");
    return {
      ...place,
      entity: (subscription === undefined ? name : `${name}/subscriptions/${subscription}`).toLowerCase(),
    };
  }

  /** The narrowest of what an id that is not known yet is made from. */
  ofMade(madeFrom: readonly string[]): MessagePlace | undefined {
    const found = madeFrom.flatMap((urn) => this.places.get(urn) ?? []);
    const [narrowest] = [...found].sort((a, b) => (b.entity?.length ?? 0) - (a.entity?.length ?? 0));
    // What is made from a namespace can be the id of an entity of it.
    return narrowest?.entity === undefined && narrowest !== undefined
      ? { ...narrowest, mayBeNarrower: true }
      : narrowest;
  }

  private topicOf({ properties: { topicName }, propertyDependencies }: StackResource): string | undefined {
    if (typeof topicName === "string") return topicName.toLowerCase();
    const made = (propertyDependencies.topicName ?? []).flatMap((urn) => this.places.get(urn)?.entity ?? []);
    return made[0];
  }

  private add({ urn, properties: { namespaceName }, propertyDependencies }: StackResource, entity?: string): void {
    const name = typeof namespaceName === "string" ? namespaceName : undefined;
    const madeFrom = propertyDependencies.namespaceName ?? [];
    const [ofParent = "unknown"] = madeFrom.flatMap((each) => this.places.get(each)?.namespace ?? []);
    const own = this.namespaces.of(name, madeFrom);
    const namespace = own === "unknown" ? ofParent : own;
    this.places.set(urn, entity === undefined ? { namespace, mayBeNarrower: true } : { namespace, entity });
  }
}
