import {
  asInputs,
  checkInputs,
  createResource,
  deleteResource,
  findResource,
  findResourceType,
  inputChanges,
  invoke,
  markSecrets,
  previewOutputs,
  refreshedInputs,
  updateResource,
  type InputChange,
  type ProviderContext,
  type SendToArm,
} from "../azure-native";
import { asObject, type JsonObject } from "../../definition/json";
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

/** A resource's properties before and after. */
export interface Change {
  readonly id: string;
  readonly before: Properties;
  readonly after: Properties;
}

/** What the engine asks of a provider, on plain data, answered from azure-native's table. */
export class AzureNativeOperations {
  constructor(readonly connection: Connection) {}

  /** Names the resource, fills in defaults, and says what is wrong; what is unknown is not judged. */
  check({ type, name }: Named, before: Properties, given: Properties): ReturnType<typeof checkInputs> {
    const known = given.value;
    const checked = checkInputs(findResourceType(type), name, known, this.connection.context, before.value);
    const problems = checked.problems.filter(({ property }) => !holdsUnknown(known[property]));
    return { ...checked, inputs: marked(checked.inputs, given), problems };
  }

  changes({ type }: Named, before: Properties, after: Properties): readonly InputChange[] {
    return inputChanges(findResourceType(type), before.value, after.value);
  }

  /** The outputs of a creation or update that is only previewed. */
  preview({ type }: Named, inputs: Properties): JsonObject {
    return marked(previewOutputs(findResourceType(type), inputs.value, unknownValue), inputs);
  }

  async create({ type }: Named, inputs: Properties): Promise<{ readonly id: string; readonly outputs: JsonObject }> {
    const { send, context } = this.connection;
    const { id, outputs } = await createResource(send, context, findResourceType(type), inputs.value);
    return { id, outputs: marked(outputs, inputs) };
  }

  async update({ type }: Named, { id, after }: Pick<Change, "id" | "after">): Promise<JsonObject> {
    const outputs = await updateResource(this.connection.send, findResourceType(type), { id, inputs: after.value });
    return marked(outputs, after);
  }

  /**
   * The resource as it is now, undefined where it is gone.
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
