import { knownInputs } from "./check-inputs";
import type { JsonObject } from "../../definition/json";
import { withGroupLocation } from "./default-location";
import type { ProviderContext, ResourceType } from "../resources/azure-native-type";
import { exercise } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import { outputsAfterWrite } from "./change-resource";
import { AzureNativeError } from "./errors";
import { bodyIfThere, bodyOf, type SendToArm } from "./send-to-arm";

/** A resource that was created. */
export interface CreatedResource {
  readonly id: string;
  /** Inputs of the creation, including a location that was looked up. */
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

/**
 * Creates a resource as azure-native does: GET, PUT, GET.
 *
 * @param checked inputs as `checkInputs` left them
 * @throws {ArmRequestError} when ARM refuses
 * @throws {AzureNativeError} when there is such a resource already, unless the type adopts it
 */
export async function createResource(
  send: SendToArm,
  context: ProviderContext,
  type: ResourceType,
  checked: JsonObject,
): Promise<CreatedResource> {
  const inputs = await withGroupLocation(send, context, type, checked);
  const id = type.id(inputs, context);
  if (type.adopts === true) exercise(behaviours.adopted);
  const before = type.adopts === true ? undefined : await bodyIfThere(send, type.read(id));
  if (before !== undefined && type.outputs(before, inputs) !== undefined) {
    throw new AzureNativeError(behaviours.alreadyExists, `cannot create already existing resource '${id}'`);
  }
  await bodyOf(send, type.write(knownInputs(type, inputs), id));
  return { id, inputs, outputs: await outputsAfterWrite(send, type, id, inputs) };
}

/**
 * Reads a resource that is there already.
 *
 * @throws {ArmRequestError} when ARM refuses
 * @throws {AzureNativeError} when it has no such resource
 */
export async function readResource(send: SendToArm, type: ResourceType, id: string): Promise<CreatedResource> {
  const answer = await bodyIfThere(send, type.read(id));
  const outputs = answer === undefined ? undefined : type.outputs(answer, {});
  if (outputs === undefined) throw new AzureNativeError(behaviours.nothingToRead, `resource '${id}' does not exist`);
  return { id, inputs: {}, outputs };
}
