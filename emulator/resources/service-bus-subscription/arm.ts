import { defaultApiVersion } from "../../../azure";
import { asObject, type JsonObject } from "../../../definition/json";
import { byDefault } from "../../provenance";
import { trueFilter } from "../../service-bus";
import { ArmError } from "../errors";
import type { ArmServices, PutRequest, ResourceProvider } from "../resource-provider";
import { noMessages, readDuration, readTimeToLive, rejectUnserved } from "../service-bus-entity";
import { behaviours } from "./behaviours";

const longestLock = 5 * 60_000;

/** Microsoft.ServiceBus/namespaces/topics/subscriptions. A new one comes with the rule `$Default`. */
export function serviceBusSubscriptions(services: ArmServices): ResourceProvider {
  const { clock, serviceBus } = services;
  return {
    type: "Microsoft.ServiceBus/namespaces/topics/subscriptions",
    located: false,
    put: (request) => {
      const { target, body, existing } = request;
      const properties = { ...defaults(), ...asObject(body.properties) };
      rejectUnserved(properties, unserved, `subscription '${target.name}'`, behaviours.propertyNotServed);
      const timeToLive = readTimeToLive(properties, behaviours.invalidSubscription);
      serviceBus.putSubscription({
        id: target.id,
        name: target.name,
        ...limitsOf(request, properties),
        ...(timeToLive === undefined ? {} : { timeToLive }),
        deadLettersExpired: properties.deadLetteringOnMessageExpiration === true,
      });
      if (existing === undefined) putDefaultRule(target.id, services);
      const now = clock.now().toISOString();
      const { createdAt = now } = asObject(existing?.answer.properties);
      return { properties: { ...properties, status: "Active", createdAt, updatedAt: now, accessedAt: now } };
    },
    live: ({ id, answer }) => {
      const { active, deadLettered } = serviceBus.counts(id);
      const countDetails = { ...noMessages, activeMessageCount: active, deadLetterMessageCount: deadLettered };
      const counts = { messageCount: active + deadLettered, countDetails };
      return { ...answer, properties: { ...asObject(answer.properties), ...counts } };
    },
    remove: ({ id }) => {
      serviceBus.remove(id);
    },
  };
}

function defaults(): JsonObject {
  const { lockDuration, maxDeliveryCount, deadLetteringOnMessageExpiration } = behaviours;
  const known = { lockDuration, maxDeliveryCount, deadLetteringOnMessageExpiration };
  return Object.fromEntries(Object.entries(known).map(([name, record]) => [name, byDefault<unknown>(record)]));
}

/** Properties whose effect the emulator does not have, and the values of them that have none. */
const unserved: JsonObject = {
  requiresSession: false,
  status: "Active",
  autoDeleteOnIdle: undefined,
  forwardTo: undefined,
  forwardDeadLetteredMessagesTo: undefined,
  isClientAffine: false,
  clientAffineProperties: undefined,
};

function limitsOf(
  { target }: PutRequest,
  { lockDuration: given, maxDeliveryCount }: JsonObject,
): { readonly lockDuration: number; readonly maxDeliveryCount: number } {
  const refused = (message: string): ArmError => new ArmError(behaviours.invalidSubscription, message);
  if (!/^[a-z0-9](?:[a-z0-9._-]{0,48}[a-z0-9])?$/i.test(target.name)) {
    throw refused(`The subscription name '${target.name}' is invalid.`);
  }
  const lockDuration = readDuration("lockDuration", given, behaviours.invalidSubscription);
  if (lockDuration > longestLock) throw refused("The property 'lockDuration' is longer than 5 minutes.");
  if (typeof maxDeliveryCount === "number" && Number.isInteger(maxDeliveryCount) && maxDeliveryCount >= 1) {
    return { lockDuration, maxDeliveryCount };
  }
  throw refused("The property 'maxDeliveryCount' is not a whole number from 1.");
}

function putDefaultRule(subscriptionId: string, { serviceBus, store }: ArmServices): void {
  const name = byDefault(behaviours.trueFilter);
  const type = "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules";
  const body = { properties: { filterType: "SqlFilter", sqlFilter: { sqlExpression: "1=1", compatibilityLevel: 20 } } };
  const id = `${subscriptionId}/rules/${name}`;
  store.put({ id, type, name, apiVersion: defaultApiVersion(type), body, answer: body });
  serviceBus.putRule(subscriptionId, name, trueFilter);
}
