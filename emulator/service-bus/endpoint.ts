import {
  findServiceBusOperation,
  type Cloud,
  type MatchedServiceBusOperation,
  type ServiceBusEntity,
} from "../../azure";
import type { Clock } from "../clock";
import type { Entra } from "../entra";
import type { ReceivedRequest, ServiceAnswer } from "../network";
import { exercise, follow, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import type { Entities } from "./entities";
import { entityGone, rightMissing, ServiceBusError } from "./errors";
import type { Message } from "./message";
import type { AuthorizeMessages } from "./message-access";
import { operations, type MessageTarget } from "./operations";

/** Services that an answer needs. */
export interface MessageServices {
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly entra: Entra;
  readonly readings: Readings;
  readonly authorize: AuthorizeMessages;
  readonly entities: Entities;
  /** Gives a message to a topic's subscriptions. @throws {ServiceBusError} 403 for one that is too large */
  send(this: void, topicId: string, message: Message): void;
}

const parameters = ["api-version", "timeout"];

/** Answers a request to a namespace. Checks the caller first, then the operation, the entity, and the permission. */
export async function answerRequest(
  namespaceId: string,
  request: ReceivedRequest,
  services: MessageServices,
): Promise<ServiceAnswer> {
  try {
    const principalId = await callerOf(request, services);
    const url = new URL(request.url);
    const { operation, entity, locked } = route(request.method, url);
    const entityId = idOf(namespaceId, entity);
    const rejectForeigner = (): void => {
      const { dataAction } = operation;
      if (!services.authorize({ principalId, entityId, dataAction })) throw rightMissing(entity, dataAction, services);
    };
    const goneFirst = follow(services.readings, "goneEntity") === "gone";
    if (!goneFirst) rejectForeigner();
    const target = findTarget(entity, entityId, services);
    if (goneFirst) rejectForeigner();
    const entityUrl = `${url.origin}/${pathOf(entity).toLowerCase()}`;
    const { clock, readings } = services;
    const { deadLetters } = entity;
    const lock = locked === undefined ? {} : { locked };
    return await operations[operation.name]({
      request,
      url,
      clock,
      readings,
      entityUrl,
      deadLetters,
      ...target,
      ...lock,
    });
  } catch (error) {
    if (error instanceof ServiceBusError) return error.answer();
    throw error;
  }
}

async function callerOf({ headers }: ReceivedRequest, { cloud, entra }: MessageServices): Promise<string> {
  const { authorization = "" } = headers;
  if (/^SharedAccessSignature /i.test(authorization)) {
    const message = "The emulator does not support shared access signatures, only tokens of Microsoft Entra ID.";
    throw new ServiceBusError(behaviours.sharedAccessNotServed, message);
  }
  const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  if (token === undefined) {
    throw new ServiceBusError(behaviours.tokenMissing, "MissingToken: the Authorization header has no bearer token.");
  }
  const { serviceBusAudience } = cloud;
  for (const audience of [serviceBusAudience, `${serviceBusAudience}/`]) {
    const caller = await entra.verifyToken(token, audience);
    if (caller === undefined) continue;
    if (audience !== serviceBusAudience) exercise(behaviours.audienceWithSlash);
    if (cloud.name !== "public") exercise(behaviours.audienceInEveryCloud);
    return caller.principalId;
  }
  const message = `InvalidToken: the token is malformed, expired, not of this tenant, or not for ${serviceBusAudience}.`;
  throw new ServiceBusError(behaviours.tokenNotAccepted, message);
}

function route(method: string, { pathname, searchParams }: URL): MatchedServiceBusOperation {
  const matched = findServiceBusOperation(method, pathname.replace(/%24/gi, "$"));
  if (matched === undefined) {
    const message = `The emulator does not support ${method} ${pathname}, only operations on messages.`;
    throw new ServiceBusError(behaviours.otherRequests, message);
  }
  const unknown = [...searchParams.keys()].find((name) => !parameters.includes(name.toLowerCase()));
  if (unknown === undefined) return matched;
  const message = `The emulator does not support the query parameter '${unknown}'.`;
  throw new ServiceBusError(behaviours.parameterNotServed, message);
}

function idOf(namespaceId: string, { name, subscription }: ServiceBusEntity): string {
  const topicId = `${namespaceId}/topics/${name}`;
  return subscription === undefined ? topicId : `${topicId}/subscriptions/${subscription}`;
}

function pathOf({ name, subscription, deadLetters }: ServiceBusEntity): string {
  const entity = subscription === undefined ? name : `${name}/subscriptions/${subscription}`;
  return `${entity}${deadLetters ? "/$deadletterqueue" : ""}`;
}

/** @throws {ServiceBusError} 410 */
function findTarget(entity: ServiceBusEntity, entityId: string, { entities, send }: MessageServices): MessageTarget {
  if (entity.subscription !== undefined) {
    const subscription = entities.subscription(entityId);
    if (subscription !== undefined) return { queue: subscription.queue };
  } else if (entities.topic(entityId) !== undefined) {
    return {
      send: (message) => {
        send(entityId, message);
      },
    };
  }
  throw entityGone(pathOf(entity));
}
