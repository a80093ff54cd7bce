import { asString, type JsonObject } from "../../definition/json";
import { knownInputs } from "./check-inputs";
import type { ResourceType } from "../resources/azure-native-type";
import { ArmRequestError, bodyIfThere, bodyOf, type SendToArm } from "./send-to-arm";

/** What to do to a resource that is there. */
export interface ResourceChange {
  readonly id: string;
  /** As `checkInputs` left them; for a removal, those that it was made with. */
  readonly inputs: JsonObject;
}

/**
 * Updates a resource as azure-native does: GET, PUT, GET.
 *
 * @returns its outputs
 * @throws {ArmRequestError} when ARM refuses, or has no such resource
 */
export async function updateResource(
  send: SendToArm,
  type: ResourceType,
  { id, inputs }: ResourceChange,
): Promise<JsonObject> {
  const live = await bodyOf(send, type.read(id));
  // A location that was looked up at creation is no input.
  const location = type.located && inputs.location === undefined ? { location: asString(live.location) } : {};
  await bodyOf(send, type.write(knownInputs(type, { ...inputs, ...location }), id, live));
  const outputs = type.outputs(await bodyOf(send, type.read(id)), inputs);
  if (outputs === undefined) throw new Error(`resource '${id}' is not there after its update`);
  return outputs;
}

/** Deletes a resource; one that is gone already counts as deleted. @throws {ArmRequestError} when ARM refuses */
export async function deleteResource(
  send: SendToArm,
  type: ResourceType,
  { id, inputs }: ResourceChange,
): Promise<void> {
  const answer = await send(type.remove(knownInputs(type, inputs), id));
  if (answer.status >= 400 && answer.status !== 404) throw new ArmRequestError(answer);
}

/** The outputs of a resource; undefined where it is gone. @throws {ArmRequestError} when ARM refuses */
export async function findResource(
  send: SendToArm,
  type: ResourceType,
  { id, inputs }: ResourceChange,
): Promise<JsonObject | undefined> {
  const answer = await bodyIfThere(send, type.read(id));
  return answer === undefined ? undefined : type.outputs(answer, inputs);
}
