import { asObject, asString, type JsonObject } from "../json-object";
import { normaliseToken, resourceTypes, UnknownTypeError } from "./resource-types";
import { resourceGroupId, type ArmCall, type ProviderContext, type ResourceType } from "./resource-type";
import { bodyOf, type SendToArm } from "./send-to-arm";

/** What a look-up needs. */
interface Lookup {
  readonly token: string;
  run(send: SendToArm, context: ProviderContext, inputs: JsonObject): Promise<JsonObject> | JsonObject;
}

const listWorkflowTriggerCallbackUrl: Lookup = {
  token: "azure-native:logic:listWorkflowTriggerCallbackUrl",
  run: async (send, context, inputs) => {
    const answer = await bodyOf(send, callbackUrlCall(context, inputs));
    const { "api-version": apiVersion, ...queries } = asObject(answer.queries);
    // azure-native renames this one property on its way into the program.
    return { ...answer, queries: { ...queries, apiVersion } };
  },
};

function callbackUrlCall(context: ProviderContext, inputs: JsonObject): ArmCall {
  const workflow = `Microsoft.Logic/workflows/${asString(inputs.workflowName)}`;
  const trigger = `triggers/${asString(inputs.triggerName)}`;
  const path = `${resourceGroupId(inputs, context)}/providers/${workflow}/${trigger}/listCallbackUrl`;
  return { method: "POST", path, apiVersion: "2019-05-01", body: {} };
}

const getClientConfig: Lookup = {
  token: "azure-native:authorization:getClientConfig",
  run: (_send, { clientId, objectId, subscriptionId, tenantId }) => ({ clientId, objectId, subscriptionId, tenantId }),
};

/** `azure-native:keyvault:getVault` and its like: the resource's outputs and its id. */
function getOf(type: ResourceType): Lookup {
  return {
    token: type.token.replace(/:(\w+)$/, ":get$1"),
    run: async (send, context, inputs) => {
      const answer = await bodyOf(send, type.read(type.id(inputs, context)));
      return { ...type.outputs(answer, inputs), id: answer.id };
    },
  };
}

const lookups: readonly Lookup[] = [
  listWorkflowTriggerCallbackUrl,
  getClientConfig,
  // An access policy has no address of its own and so no look-up.
  ...resourceTypes.filter((type) => type.name !== undefined).map(getOf),
];

/**
 * Answers an invoke as azure-native does.
 *
 * @throws {UnknownTypeError} naming a look-up that is not known here
 * @throws {ArmRequestError} when ARM refuses
 */
export async function invoke(
  send: SendToArm,
  context: ProviderContext,
  token: string,
  inputs: JsonObject,
): Promise<JsonObject> {
  const normalised = normaliseToken(token);
  const lookup = lookups.find((candidate) => candidate.token === normalised);
  if (lookup === undefined) {
    throw new UnknownTypeError(
      "look-up",
      token,
      lookups.map((known) => known.token),
    );
  }
  return lookup.run(send, context, inputs);
}
