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
import type { Operations } from "./operations";
import type { Registrations } from "./registrations";

/** Dependencies of the mocks. */
export interface AzureNativeMocks {
  readonly send: SendToArm;
  readonly context: ProviderContext;
  readonly operations: Operations;
  readonly registrations: Registrations;
  /** Creates nothing. */
  readonly preview: boolean;
}

/** Mocks that do to Azure Resource Manager what azure-native would. */
export function azureNativeMocks(options: AzureNativeMocks): pulumi.runtime.Mocks {
  const { send, context, operations } = options;
  return {
    newResource: ({ type, name, custom, id = "" }) =>
      operations.run({ type, name }, () => {
        const resource = { type, name, id, custom: custom === true };
        return resource.custom ? deployResource(options, resource) : registerComponent(options, resource);
      }),
    call: ({ token, inputs }) =>
      operations.lookUp(async () => {
        const { value } = unwrapSecrets(inputs);
        try {
          return { ...(await invoke(send, context, token, asObject(value))) };
        } catch (error) {
          throw failedInvoke(token, error);
        }
      }),
  };
}

/** An error of gRPC, whose details are what the SDK rejects an invoke with, in the words of Pulumi's engine. */
function failedInvoke(token: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  const details = `invocation of ${token} returned an error: ${reason}`;
  return Object.assign(new Error(details, { cause: error }), { code: unknownStatus, details });
}

/** Status UNKNOWN of gRPC. */
const unknownStatus = 2;

interface Registered {
  readonly type: string;
  readonly name: string;
  /** ID of a resource that is read or imported; empty otherwise. */
  readonly id: string;
  readonly custom: boolean;
}

function registerComponent(
  { registrations }: AzureNativeMocks,
  resource: Registered,
): pulumi.runtime.MockResourceResult {
  const { current } = registrations;
  current.deployed = { ...resource, inputs: current.inputs, outputs: {}, dropped: [] };
  return { id: undefined, state: {} };
}

async function deployResource(
  options: AzureNativeMocks,
  { type: token, name, id }: Registered,
): Promise<pulumi.runtime.MockResourceResult> {
  const { send, context, registrations } = options;
  const { current } = registrations;
  const type = findResourceType(token);
  const { value, secrets } = unwrapSecrets(current.inputs);
  const checked = checkInputs(type, name, asObject(value), context);
  const problem = checked.problems.map(({ property, reason }) => `${property}: ${reason}`).join("; ");
  if (problem !== "" && id === "") throw new Error(problem);
  const result = await (id === "" ? create(options, type, checked.inputs) : readResource(send, type, id));
  const marked = asObject(markSecrets(result.outputs, secrets));
  const outputs = withSecrets(marked, current.additionalSecretOutputs);
  const inputs = asObject(markSecrets(result.inputs, secrets));
  current.deployed = {
    type: token,
    name,
    custom: true,
    id: result.id ?? "",
    inputs,
    outputs,
    dropped: checked.dropped,
  };
  return { id: result.id, state: { ...outputs } };
}

interface Deployed {
  /** Undefined where it is not known yet. */
  readonly id: string | undefined;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

function create(options: AzureNativeMocks, type: ResourceType, inputs: JsonObject): Deployed | Promise<Deployed> {
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
