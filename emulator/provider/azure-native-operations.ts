import {
  asInputs,
  checkInputs,
  createBeforeDelete,
  createResource,
  deleteResource,
  findResource,
  findResourceType,
  inputChanges,
  invoke,
  markSecrets,
  previewOutputs,
  previewUpdate,
  refreshedInputs,
  updateResource,
  withGroupLocation,
  type CheckedInputs,
  type InputChange,
  type ProviderContext,
  type SendToArm,
} from "../azure-native";
import { asObject, type JsonObject } from "../../definition/json";
import { exercise } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import { holdsUnknown, unknownValue, type Properties } from "./wire";

/** Whom the provider works for. */
export interface Connection {
  readonly send: SendToArm;
  readonly context: ProviderContext;
}

/** A resource as the engine names it. */
export interface Named {
  /** Type token, of any API version. */
  readonly type: string;
  /** Logical name. */
  readonly name: string;
}

/** Differences between a resource's inputs and those of the state. */
interface Changes {
  readonly changes: readonly InputChange[];
  /** True where a replacement has to wait until the old resource is deleted. */
  readonly deleteBeforeReplace: boolean;
}

/** Operations that the engine requests of a provider, on plain data, as azure-native performs them. */
export class AzureNativeOperations {
  constructor(readonly connection: Connection) {}

  /** Names the resource, fills in defaults, and says what is wrong; what is unknown is not judged. */
  async check({ type: token, name }: Named, before: Properties, given: Properties): Promise<CheckedInputs> {
    const { send, context } = this.connection;
    const type = findResourceType(token);
    const known = given.value;
    const checked = checkInputs(type, name, known, context, before.value);
    const problems = checked.problems.filter(({ property }) => !holdsUnknown(known[property]));
    const located =
      type.located && checked.inputs.location === undefined && holdsUnknown(known.resourceGroupName)
        ? { ...checked.inputs, location: unknownValue }
        : await withGroupLocation(send, context, type, checked.inputs);
    return { ...checked, inputs: marked(located, given), problems };
  }

  /** @param outputs of the state */
  changes({ type }: Named, before: Properties, after: Properties, outputs: Properties): Changes {
    const changes = inputChanges(
      findResourceType(type),
      marked(before.value, before),
      marked(after.value, after),
      outputs.value,
    );
    const deleteBeforeReplace = before.value[createBeforeDelete] !== true && changes.some(({ replaces }) => replaces);
    if (deleteBeforeReplace) exercise(behaviours.deletedFirst);
    return { changes, deleteBeforeReplace };
  }

  /** The outputs of a creation that is only previewed. */
  previewCreate({ type }: Named, inputs: Properties): JsonObject {
    return marked(previewOutputs(findResourceType(type), inputs.value, unknownValue), inputs);
  }

  /** The outputs of an update that is only previewed. @param before outputs of the state */
  previewUpdate({ type }: Named, inputs: Properties, before: Properties): JsonObject {
    return marked(previewUpdate(findResourceType(type), inputs.value, before.value, unknownValue), inputs);
  }

  async create({ type }: Named, inputs: Properties): Promise<{ readonly id: string; readonly outputs: JsonObject }> {
    const { send, context } = this.connection;
    const { id, outputs } = await createResource(send, context, findResourceType(type), inputs.value);
    return { id, outputs: marked(outputs, inputs) };
  }

  async update({ type }: Named, id: string, inputs: Properties): Promise<JsonObject> {
    const outputs = await updateResource(this.connection.send, findResourceType(type), { id, inputs: inputs.value });
    return marked(outputs, inputs);
  }

  /**
   * The resource as it is now; undefined where it is gone, unless azure-native reports that as an error.
   *
   * @param inputs of the state; none at an import
   * @param outputs of the state
   */
  async read(
    { type: token }: Named,
    id: string,
    inputs: Properties,
    outputs: Properties,
  ): Promise<{ readonly inputs: JsonObject; readonly outputs: JsonObject } | undefined> {
    const type = findResourceType(token);
    const after = await findResource(this.connection.send, type, { id, inputs: inputs.value });
    if (after === undefined) return undefined;
    const isNew = Object.keys(inputs.value).length === 0;
    const refreshed = isNew
      ? asInputs(type, after)
      : refreshedInputs(type, { inputs: inputs.value, before: outputs.value, after });
    return { inputs: marked(refreshed, inputs), outputs: marked(marked(after, inputs), outputs) };
  }

  delete({ type }: Named, id: string, inputs: Properties): Promise<void> {
    return deleteResource(this.connection.send, findResourceType(type), { id, inputs: inputs.value });
  }

  invoke(token: string, inputs: Properties): Promise<JsonObject> {
    return invoke(this.connection.send, this.connection.context, token, inputs.value);
  }
}

function marked(value: JsonObject, { secrets }: Properties): JsonObject {
  return asObject(markSecrets(value, secrets));
}
