import { asObject, isObject, withoutKey, type JsonObject } from "../../definition/json";
import type { ResourceType } from "../resources/azure-native-type";

/**
 * What is known of a resource's outputs before it is created: its inputs, and in them the leaves that only Azure
 * knows, as unknown.
 *
 * @param unknown what stands for an unknown value
 */
export function previewOutputs(type: ResourceType, inputs: JsonObject, unknown: unknown): JsonObject {
  const outputs = withoutKey(inputs, "resourceGroupName");
  return type.computed.reduce<JsonObject>((result, path) => {
    const [top = "", ...rest] = path.split(".");
    return isObject(result[top]) ? placed(result, [top, ...rest], unknown) : result;
  }, outputs);
}

function placed(object: JsonObject, path: readonly string[], value: unknown): JsonObject {
  const [key = "", ...rest] = path;
  return { ...object, [key]: rest.length === 0 ? value : placed(asObject(object[key]), rest, value) };
}
