import { parseResourceId } from "../../../azure";
import { asObject, asString, type JsonObject } from "../../../definition/json";
import { byDefault } from "../../provenance";
import { ArmError } from "../errors";
import type { ArmServices, PutRequest, ResourceProvider } from "../resource-provider";
import { noMessages, readTimeToLive, rejectUnserved } from "../service-bus-entity";
import { behaviours } from "./behaviours";

const type = "Microsoft.ServiceBus/namespaces/topics";

/** Microsoft.ServiceBus/namespaces/topics. */
export function serviceBusTopics(services: ArmServices): ResourceProvider {
  const { clock, serviceBus, store } = services;
  return {
    type,
    located: false,
    put: (request) => {
      const { target, body, existing } = request;
      const properties = asObject(body.properties);
      const mostBytes = 1024 * mostKilobytes(request, services);
      rejectUnserved(properties, unserved, `topic '${target.name}'`, behaviours.propertyNotServed);
      const timeToLive = readTimeToLive(properties, behaviours.invalidTopic);
      const live = timeToLive === undefined ? {} : { timeToLive };
      serviceBus.putTopic({ id: target.id, name: target.name, mostBytes, ...live });
      const now = clock.now().toISOString();
      const { createdAt = now } = asObject(existing?.answer.properties);
      const own = {
        status: "Active",
        sizeInBytes: 0,
        countDetails: noMessages,
        createdAt,
        updatedAt: now,
        accessedAt: now,
      };
      return { properties: { ...properties, ...own } };
    },
    live: ({ id, answer }) => {
      const below = `${id}/subscriptions/`.toLowerCase();
      const subscriptions = store
        .all(`${type}/subscriptions`)
        .filter((each) => each.id.toLowerCase().startsWith(below));
      return { ...answer, properties: { ...asObject(answer.properties), subscriptionCount: subscriptions.length } };
    },
    remove: ({ id }) => {
      serviceBus.remove(id);
    },
  };
}

/** Properties whose effect the emulator does not have, and the values of them that have none. */
const unserved: JsonObject = {
  requiresDuplicateDetection: false,
  status: "Active",
  autoDeleteOnIdle: undefined,
  enablePartitioning: false,
  enableExpress: false,
};

function mostKilobytes({ target, body }: PutRequest, { store }: ArmServices): number {
  const tier = asString(asObject(store.get(target.parentId ?? "")?.answer.sku).tier);
  if (tier === "Basic") {
    const name = parseResourceId(target.parentId ?? "")?.name ?? "";
    throw new ArmError(behaviours.basicTier, `The namespace '${name}' is of the tier Basic, which has no topics.`);
  }
  const most = tier === "Premium" ? byDefault(behaviours.premiumKilobytes) : byDefault(behaviours.standardKilobytes);
  const { maxMessageSizeInKilobytes: given = most } = asObject(body.properties);
  if (typeof given === "number" && given <= most) return most;
  const message = `The emulator does not support messages of more than ${most} KB on the topic '${target.name}'.`;
  throw new ArmError(behaviours.propertyNotServed, message);
}
