import type { JsonObject } from "../../definition/json";
import { emulatedTypes, normaliseToken, resourceTypes, UnknownTypeError } from "../resources/resource-types";
import { exercise } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import type { Lookup, ProviderContext, ResourceType } from "../resources/azure-native-type";
import { bodyOf, type SendToArm } from "./send-to-arm";

/** `authorization.getClientConfig`, which needs no request. */
const clientConfigToken = "azure-native:authorization:getClientConfig";

/** Builds `azure-native:keyvault:getVault` and its like: the resource's outputs and its ID. */
function getFunction(type: ResourceType): Lookup {
  return {
    token: type.token.replace(/:(\w+)$/, ":get$1"),
    call: (inputs, context) => type.read(type.id(inputs, context)),
    outputs: (answer, inputs) => ({ ...type.outputs(answer, inputs), id: answer.id }),
  };
}

const lookups: readonly Lookup[] = [
  ...emulatedTypes.flatMap((type) => type.lookups ?? []),
  // An access policy has no address of its own and so no get function.
  ...resourceTypes.filter((type) => type.name !== undefined).map(getFunction),
];

/**
 * Answers an invoke as azure-native does.
 *
 * @throws {UnknownTypeError} naming a function that the emulator does not support
 * @throws {ArmRequestError} when ARM refuses
 */
export async function invoke(
  send: SendToArm,
  context: ProviderContext,
  token: string,
  inputs: JsonObject,
): Promise<JsonObject> {
  const normalised = normaliseToken(token);
  if (normalised === clientConfigToken) {
    exercise(behaviours.clientConfig);
    const { clientId, objectId, subscriptionId, tenantId } = context;
    return { clientId, objectId, subscriptionId, tenantId };
  }
  const lookup = lookups.find((candidate) => candidate.token === normalised);
  if (lookup === undefined) {
    throw new UnknownTypeError("function", token, [clientConfigToken, ...lookups.map((known) => known.token)]);
  }
  return lookup.outputs(await bodyOf(send, lookup.call(inputs, context)), inputs);
}
