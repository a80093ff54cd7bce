import { clouds, namespaceHost, type Cloud } from "../../azure";
import type { Clock } from "../clock";
import type { Entra } from "../entra";
import { answerWith, type HttpAnswer, type Network, type ReceivedRequest } from "../network";
import { defaultReadings, type Readings } from "../provenance";
import { deliver, subscriptionOf } from "./deliver";
import { answerRequest } from "./endpoint";
import { Entities, type NamespaceProperties, type TopicProperties } from "./entities";
import type { Filter } from "./filter";
import type { HeldMessage, Message, MessageCounts } from "./message";
import type { AuthorizeMessages } from "./message-access";
import type { CountChange, SubscriptionProperties, SubscriptionQueue } from "./subscription-queue";

/**
 * Stands between clients and a namespace, as an outage would.
 *
 * @param answer lets Service Bus perform the request, whether its answer is passed on or not
 */
export type InterceptMessages = (
  request: ReceivedRequest,
  answer: () => Promise<HttpAnswer>,
) => HttpAnswer | Promise<HttpAnswer>;

/** Azure Service Bus: topics and subscriptions at the hosts of their namespaces in the cloud. IDs ignore case. */
export interface ServiceBus {
  /** Creates a namespace, or changes the properties of one. */
  putNamespace(properties: NamespaceProperties): void;
  /** Whether a namespace of another ID has the name. */
  isNameTaken(name: string, id: string): boolean;
  putTopic(properties: TopicProperties): void;
  /** Creates a subscription without rules, or changes the properties of one. */
  putSubscription(properties: SubscriptionProperties): void;
  /** @throws {Error} where there is no such subscription */
  putRule(subscriptionId: string, name: string, filter: Filter): void;
  deleteRule(subscriptionId: string, name: string): void;
  /** Removes a namespace, topic or subscription with its messages. */
  remove(id: string): void;
  /** Sends without an authorization check. @throws {Error} where there is no such topic, or the message is too large */
  send(topicId: string, message: Message): void;
  /** Lists the messages of a subscription, oldest first, its dead letters among them. @throws {Error} where there is none */
  messages(subscriptionId: string): readonly HeldMessage[];
  /** @throws {Error} where there is no such subscription */
  counts(subscriptionId: string): MessageCounts;
  /** Lists every lock token that a subscription has given out. For leak searches. */
  lockTokens(subscriptionId: string): readonly string[];
  /** Lists every change of the counts of each subscription of a namespace or topic, until a time. */
  countChanges(id: string, until: Date): readonly MessageChanges[];
  /** Lets something stand between clients and every namespace. @default nothing does */
  intercept(interceptor: InterceptMessages | undefined): void;
}

/** What changed the numbers of a subscription's messages. */
export interface MessageChanges {
  readonly topicName: string;
  readonly subscriptionName: string;
  readonly changes: readonly CountChange[];
}

/** Options of Service Bus. */
interface ServiceBusOptions {
  /** @default the public cloud */
  readonly cloud?: Cloud;
  readonly network: Pick<Network, "serve" | "unserve">;
  readonly clock: Clock;
  readonly entra: Entra;
  /** @default the best supported alternatives */
  readonly readings?: Readings;
  /** Called for each request. */
  readonly authorize: AuthorizeMessages;
}

/** Serves each namespace by its host name as long as it is there. */
export function createServiceBus(options: ServiceBusOptions): ServiceBus {
  const { cloud = clouds.public, network, clock, entra, authorize, readings = defaultReadings } = options;
  const entities = new Entities();
  let interceptor: InterceptMessages | undefined;
  const send = (topicId: string, message: Message): void => {
    deliver(entities, topicId, message, clock.now());
  };
  const services = { cloud, clock, entra, readings, authorize, entities, send };
  const serve = ({ id, name }: NamespaceProperties): void => {
    const listener = answerWith((request) => {
      const answer = (): Promise<HttpAnswer> => answerRequest(id, request, services);
      return interceptor === undefined ? answer() : interceptor(request, answer);
    });
    network.serve(namespaceHost(cloud, name), listener);
  };
  const queueOf = (id: string): SubscriptionQueue => subscriptionOf(entities, id).queue;
  return {
    putNamespace: (properties) => {
      const isNew = entities.namespace(properties.id) === undefined;
      entities.putNamespace(properties);
      if (isNew) serve(properties);
    },
    isNameTaken: (name, id) =>
      entities
        .namespaces()
        .some(
          (other) => other.name.toLowerCase() === name.toLowerCase() && other.id.toLowerCase() !== id.toLowerCase(),
        ),
    putTopic: (properties) => {
      entities.putTopic(properties);
    },
    putSubscription: (properties) => {
      entities.putSubscription(properties);
    },
    putRule: (subscriptionId, name, filter) => {
      subscriptionOf(entities, subscriptionId).rules.set(name.toLowerCase(), filter);
    },
    deleteRule: (subscriptionId, name) => {
      entities.subscription(subscriptionId)?.rules.delete(name.toLowerCase());
    },
    remove: (id) => {
      const namespace = entities.namespace(id);
      if (namespace !== undefined) network.unserve(namespaceHost(cloud, namespace.name));
      entities.remove(id);
    },
    send,
    messages: (subscriptionId) => queueOf(subscriptionId).held(clock.now()),
    counts: (subscriptionId) => queueOf(subscriptionId).counts(clock.now()),
    lockTokens: (subscriptionId) => queueOf(subscriptionId).lockTokens(),
    countChanges: (id, until) =>
      entities.subscriptionsBelow(id).map(([subscriptionId, { queue }]) => ({
        topicName: entities.topic(topicIdOf(subscriptionId))?.properties.name ?? "",
        subscriptionName: queue.properties.name,
        changes: queue.changes(until),
      })),
    intercept: (given) => {
      interceptor = given;
    },
  };
}

function topicIdOf(subscriptionId: string): string {
  return subscriptionId.split("/").slice(0, -2).join("/");
}
