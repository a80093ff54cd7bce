import { asObject, asString, type JsonObject } from "../../../definition/json";
import { byDefault } from "../../provenance";
import { ArmError } from "../errors";
import type { ArmServices, PutRequest, ResourceProvider } from "../resource-provider";
import { behaviours } from "./behaviours";

const tiers = ["Basic", "Standard", "Premium"] as const;

/** Properties that the emulator accepts: what they say makes no difference to its messages. */
const served: readonly string[] = [
  ...["alternateName", "disableLocalAuth", "minimumTlsVersion", "publicNetworkAccess", "zoneRedundant"],
];

/** Microsoft.ServiceBus/namespaces. */
export function serviceBusNamespaces(services: ArmServices): ResourceProvider {
  const { cloud, clock, serviceBus } = services;
  return {
    type: "Microsoft.ServiceBus/namespaces",
    located: true,
    put: (request) => {
      rejectWrongProperties(request, services);
      const { target, body, existing } = request;
      const tier = tierOf(body);
      serviceBus.putNamespace({ id: target.id, name: target.name, tier });
      const now = clock.now().toISOString();
      const properties = {
        ...asObject(body.properties),
        createdAt: asObject(existing?.answer.properties).createdAt ?? now,
        updatedAt: now,
        metricId: `${target.subscriptionId}:${target.name.toLowerCase()}`,
        provisioningState: "Succeeded",
        serviceBusEndpoint: `https://${target.name}.${cloud.serviceBusSuffix}:443/`,
        status: "Active",
      };
      return { ...body, sku: { name: tier, tier, ...asObject(body.sku) }, properties };
    },
    remove: ({ id }) => {
      serviceBus.remove(id);
    },
  };
}

/** The tier of a namespace's body; that of the name, where it says no tier. */
function tierOf({ sku }: JsonObject): (typeof tiers)[number] {
  const { name = byDefault(behaviours.sku), tier = name } = asObject(sku);
  const found = tiers.find((each) => each.toLowerCase() === asString(tier).toLowerCase());
  if (found !== undefined) return found;
  throw new ArmError(behaviours.wrongSku, `The tier '${asString(tier)}' is none of ${tiers.join(", ")}.`);
}

function rejectWrongProperties({ target, body }: PutRequest, { serviceBus }: ArmServices): void {
  const { name, id } = target;
  if (!/^[a-z][a-z0-9-]{4,48}[a-z0-9]$/i.test(name)) {
    throw new ArmError(behaviours.invalidName, `The namespace name '${name}' is invalid.`);
  }
  if (serviceBus.isNameTaken(name, id)) {
    throw new ArmError(behaviours.nameTaken, `The namespace name '${name}' is in use. Names of namespaces are global.`);
  }
  const properties = asObject(body.properties);
  const unserved = [
    ...Object.keys(properties).filter((property) => !served.includes(property)),
    ...(body.identity === undefined ? [] : ["identity"]),
    ...(asString(properties.publicNetworkAccess || "Enabled") === "Enabled" ? [] : ["publicNetworkAccess"]),
  ];
  if (unserved.length === 0) return;
  const message = `The emulator does not support '${unserved.join("', '")}' of the namespace '${name}'.`;
  throw new ArmError(behaviours.propertyNotServed, message);
}
