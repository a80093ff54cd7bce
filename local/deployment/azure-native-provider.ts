import * as pulumi from "@pulumi/pulumi";
import {
  checkInputs,
  createResource,
  findResourceType,
  invoke,
  markSecrets,
  previewOutputs,
  readResource,
  secretValue,
  unwrapSecrets,
  type ProviderContext,
  type ResourceType,
  type SendToArm,
} from "../../emulator/azure-native";
import { asObject, type JsonObject } from "../../definition/json";
import type { Registration } from "./registration";
import type { Registered } from "./resource-monitor";

/** Dependencies of the provider. */
export interface ProviderOptions {
  readonly send: SendToArm;
  readonly context: ProviderContext;
  /** Creates nothing. */
  readonly preview: boolean;
}

/** Does to Azure Resource Manager what azure-native would: creates, imports or reads a resource. */
export async function registerResource(options: ProviderOptions, registration: Registration): Promise<Registered> {
  const { send, context } = options;
  const { type: token, name, id, custom } = registration;
  if (!custom) return { id: "", inputs: registration.inputs, outputs: {}, dropped: [] };
  const type = findResourceType(token);
  const { value, secrets } = unwrapSecrets(registration.inputs);
  const checked = checkInputs(type, name, asObject(value), context);
  const problem = checked.problems.map(({ property, reason }) => `${property}: ${reason}`).join("; ");
  if (problem !== "" && id === "") throw new Error(problem);
  const result = await (id === "" ? create(options, type, checked.inputs) : readResource(send, type, id));
  const marked = asObject(markSecrets(result.outputs, secrets));
  return {
    id: result.id ?? "",
    inputs: asObject(markSecrets(result.inputs, secrets)),
    outputs: withSecrets(marked, registration.additionalSecretOutputs),
    dropped: checked.dropped,
  };
}

/** Looks something up as azure-native would. */
export async function lookUp(
  { send, context }: ProviderOptions,
  token: string,
  inputs: unknown,
): Promise<Record<string, unknown>> {
  const { value } = unwrapSecrets(inputs);
  try {
    return { ...(await invoke(send, context, token, asObject(value))) };
  } catch (error) {
    throw failedInvoke(token, error);
  }
}

/** An error of gRPC, whose details are what the SDK rejects an invoke with, in the words of Pulumi's engine. */
function failedInvoke(token: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  const details = `invocation of ${token} returned an error: ${reason}`;
  return Object.assign(new Error(details, { cause: error }), { code: unknownStatus, details });
}

/** Status UNKNOWN of gRPC. */
const unknownStatus = 2;

interface Deployed {
  /** Undefined where it is not known yet. */
  readonly id: string | undefined;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

function create(options: ProviderOptions, type: ResourceType, inputs: JsonObject): Deployed | Promise<Deployed> {
  const { send, context, preview } = options;
  if (!preview) return createResource(send, context, type, inputs);
  return { id: undefined, inputs, outputs: previewOutputs(type, inputs, pulumi.runtime.unknownValue) };
}

function withSecrets(outputs: JsonObject, names: readonly string[]): JsonObject {
  const entries = Object.entries(outputs).map(([name, value]): [string, unknown] => [
    name,
    names.includes(name) ? secretValue(value) : value,
  ]);
  return Object.fromEntries(entries);
}
