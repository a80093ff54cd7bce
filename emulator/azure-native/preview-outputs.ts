import { isObject, type JsonObject } from "../../definition/json";
import { exercise } from "../provenance";
import { azureNativeBehaviours as behaviours } from "../resources/azure-native-behaviours";
import type { ResourceType } from "../resources/azure-native-type";
import type { Properties, Shape } from "../resources/shape";

/**
 * Outputs of a resource at preview: each property of Azure's answer is as the inputs have it, or unknown.
 *
 * https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/convert/previewOutputs.go
 *
 * @param unknown stands for an unknown value
 */
export function previewOutputs(type: ResourceType, inputs: JsonObject, unknown: unknown): JsonObject {
  exercise(behaviours.previewUnknown);
  return previewObject(type.response, inputs, unknown);
}

/**
 * Outputs of an update at preview. Name and location never change, so azure-native keeps them known for the resources
 * that depend on them. Everything else that only Azure knows, a principal's id for one, is unknown again.
 *
 * @param before outputs of the state
 */
export function previewUpdate(
  type: ResourceType,
  inputs: JsonObject,
  before: JsonObject,
  unknown: unknown,
): JsonObject {
  const { name, location } = before;
  exercise(behaviours.nameKnownAtPreview);
  return {
    ...previewOutputs(type, inputs, unknown),
    ...(name === undefined ? {} : { name }),
    ...(location === undefined ? {} : { location }),
  };
}

function previewObject(properties: Properties, inputs: JsonObject, unknown: unknown): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([key, shape]) => [key, previewValue(shape, inputs[key], unknown)]),
  );
}

/** A value that is not of its shape's kind is unknown: Azure makes another one of it. */
function previewValue(shape: Shape, value: unknown, unknown: unknown): unknown {
  if (value === undefined || value === null) return unknown;
  if (shape === "untyped") return value;
  if (shape === "scalar") return typeof value === "object" ? unknown : value;
  if ("itemsOf" in shape) {
    return Array.isArray(value) ? value.map((item) => previewValue(shape.itemsOf, item, unknown)) : unknown;
  }
  if (!isObject(value)) return unknown;
  if ("properties" in shape) return previewObject(shape.properties, value, unknown);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, previewValue(shape.valuesOf, item, unknown)]),
  );
}
