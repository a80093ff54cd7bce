import { setTimeout } from "node:timers/promises";
import type { JsonObject } from "../../definition/json";
import { knownInputs } from "./check-inputs";
import type { ArmCall, ResourceType } from "../resources/azure-native-type";
import { exercise } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import { ArmRequestError, AzureNativeError } from "./errors";
import { bodyIfThere, bodyOf, type SendToArm } from "./send-to-arm";

/** A change of an existing resource. */
export interface ResourceChange {
  readonly id: string;
  /** Checked by `checkInputs`; for a removal, the inputs of the creation. */
  readonly inputs: JsonObject;
}

/**
 * Updates a resource as azure-native does: PUT, GET. Before that it reads what other resources write too, to send it
 * again, and an access policy, which has to be there; any other resource that is gone is made anew.
 *
 * @returns its outputs
 * @throws {ArmRequestError} when ARM refuses
 */
export async function updateResource(
  send: SendToArm,
  type: ResourceType,
  { id, inputs }: ResourceChange,
): Promise<JsonObject> {
  const live = type.readsBeforeUpdate(inputs) ? await bodyOf(send, type.read(id)) : undefined;
  if (live !== undefined && type.outputs(live, inputs) === undefined) {
    throw new AzureNativeError(behaviours.policyMissing, `resource '${id}' does not exist`);
  }
  await bodyOf(send, type.write(knownInputs(type, inputs), id, live));
  return outputsAfterWrite(send, type, id, inputs);
}

/** Reads a resource that was just written. @throws {AzureNativeError} where an access policy is not there */
export async function outputsAfterWrite(
  send: SendToArm,
  type: ResourceType,
  id: string,
  inputs: JsonObject,
): Promise<JsonObject> {
  const outputs = type.outputs(await bodyOf(send, type.read(id)), inputs);
  if (outputs !== undefined) return outputs;
  throw new AzureNativeError(behaviours.policyNotWritten, "newly written access policy not found");
}

/** Deletes a resource and waits for the end; one that is gone counts as deleted. @throws {ArmRequestError} when ARM refuses */
export async function deleteResource(
  send: SendToArm,
  type: ResourceType,
  { id, inputs }: ResourceChange,
): Promise<void> {
  let answer = await send(type.remove(knownInputs(type, inputs), id));
  while (answer.status === 202 && answer.operation !== undefined) {
    exercise(behaviours.deletionAwaited);
    await setTimeout(answer.operation.retryAfterSeconds * 1000);
    answer = await send(resultCall(answer.operation.url));
  }
  if (answer.status === 404) exercise(behaviours.deletedAlready);
  else if (answer.status >= 400) throw new ArmRequestError(answer);
}

/** Asks for the result of an operation. https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations */
function resultCall(url: string): ArmCall {
  const { pathname, searchParams } = new URL(url);
  return { method: "GET", path: decodeURI(pathname), apiVersion: searchParams.get("api-version") ?? "" };
}

/**
 * The outputs of a resource; undefined where it is gone.
 *
 * @throws {ArmRequestError} when ARM refuses, or has no such resource and azure-native reports that as an error
 */
export async function findResource(
  send: SendToArm,
  type: ResourceType,
  { id, inputs }: ResourceChange,
): Promise<JsonObject | undefined> {
  const find = type.whenMissing === "fail" ? bodyOf : bodyIfThere;
  const answer = await find(send, type.read(id));
  const outputs = answer === undefined ? undefined : type.outputs(answer, inputs);
  if (outputs === undefined) exercise(behaviours.goneIsDropped);
  return outputs;
}
