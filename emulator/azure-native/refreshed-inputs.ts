import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "../../definition/json";
import { knownInputs } from "./check-inputs";
import { exercise } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import type { ResourceType } from "../resources/azure-native-type";
import type { Properties, Shape } from "../resources/shape";
import { valueAt } from "../resources/value-at";

/** Inputs and outputs of a resource at a refresh. */
export interface Refreshed {
  readonly inputs: JsonObject;
  /** As the state has them. */
  readonly before: JsonObject;
  /** As Azure answers them now. */
  readonly after: JsonObject;
}

/**
 * The inputs after a refresh, as azure-native infers them: what differs between the outputs of the state and those of
 * now, and could be an input, becomes the input. So what Azure itself filled in makes no difference, and drift does.
 */
export function refreshedInputs(type: ResourceType, { inputs, before, after }: Refreshed): JsonObject {
  const shown = (outputs: JsonObject): JsonObject => asInputs(type, outputs, inputs);
  return mergedObject(inputs, shown(before), shown(after));
}

/** Returns the outputs that can be inputs; all of them where the resource has no inputs yet, as at an import. */
export function asInputs(type: ResourceType, outputs: JsonObject, inputs: JsonObject = outputs): JsonObject {
  const known = knownInputs(type, outputs);
  const shaped = shapedObject(type.inputs, known);
  return type.ownedByOthers.reduce(
    (result, path) => (valueAt(inputs, path) === undefined ? without(result, path) : result),
    shaped,
  );
}

function shapedObject(properties: Properties, value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, shaped(properties[key] ?? "untyped", item)]),
  );
}

/** A list whose answer is a map, such as the ids of user-assigned identities, is the list of its keys. */
function shaped(shape: Shape, value: unknown): unknown {
  if (typeof shape === "string" || !isObject(value)) return value;
  if ("itemsOf" in shape) return Object.keys(value);
  return "properties" in shape ? shapedObject(shape.properties, value) : value;
}

function mergedObject(inputs: JsonObject, before: JsonObject, after: JsonObject): JsonObject {
  const result = { ...inputs };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [input, old, now] = [inputs[key], before[key], after[key]];
    if (isDeepStrictEqual(old, now)) continue;
    exercise(behaviours.driftTaken);
    if (now === undefined) Reflect.deleteProperty(result, key);
    else if (isObject(input) && isObject(old) && isObject(now)) result[key] = mergedObject(input, old, now);
    else result[key] = now;
  }
  return result;
}

function without(object: JsonObject, path: string): JsonObject {
  const [key = "", ...rest] = path.split(".");
  const { [key]: inner, ...others } = object;
  return rest.length > 0 && isObject(inner) ? { ...others, [key]: without(inner, rest.join(".")) } : others;
}
