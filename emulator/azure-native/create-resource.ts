import { knownInputs } from "./check-inputs";
import type { JsonObject } from "../../definition/json";
import { withGroupLocation } from "./default-location";
import type { ProviderContext, ResourceType } from "../resources/azure-native-type";
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
 * @throws {Error} when there is such a resource already, unless the type adopts it
 */
export async function createResource(
  send: SendToArm,
  context: ProviderContext,
  type: ResourceType,
  checked: JsonObject,
): Promise<CreatedResource> {
  const inputs = await withGroupLocation(send, context, type, checked);
  const id = type.id(inputs, context);
  const before = type.adopts === true ? undefined : await bodyIfThere(send, type.read(id));
  if (before !== undefined && type.outputs(before, inputs) !== undefined) {
    throw new Error(`cannot create already existing resource '${id}'`);
  }
  await bodyOf(send, type.write(knownInputs(type, inputs), id));
  const after = type.outputs(await bodyOf(send, type.read(id)), inputs);
  if (after === undefined) throw new Error(`resource '${id}' is not there after its creation`);
  return { id, inputs, outputs: after };
}

/** Reads a resource that is there already. @throws {ArmRequestError} when ARM refuses, or has no such resource */
export async function readResource(send: SendToArm, type: ResourceType, id: string): Promise<CreatedResource> {
  const outputs = type.outputs(await bodyOf(send, type.read(id)), {});
  if (outputs === undefined) throw new Error(`there is no resource '${id}'`);
  return { id, inputs: {}, outputs };
}
