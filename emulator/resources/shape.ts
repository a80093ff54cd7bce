import { isObject, type JsonObject } from "../../definition/json";

/**
 * Shape of a property in azure-native. `scalar`: sent as it is. `untyped`: Pulumi's `any`, sent whole, except that
 * null entries of objects vanish (nulls in arrays stay).
 */
export type Shape =
  | "scalar"
  | "untyped"
  | { readonly properties: Properties }
  | { readonly valuesOf: Shape }
  | { readonly itemsOf: Shape };

/** The known properties of an object. */
export type Properties = Readonly<Record<string, Shape>>;

/** The string-to-string map of Azure's `tags`. */
export const tags: Shape = { valuesOf: "scalar" };

/** A value without the properties that azure-native does not know, and their paths. */
export interface Kept {
  readonly value: unknown;
  /** Paths of the dropped properties, such as `properties.connectionParameters.api_key.uiDefinition`. */
  readonly dropped: readonly string[];
}

/** Drops the properties that a shape does not have. A value of another kind than its shape is kept for ARM to refuse. */
export function keepKnown(shape: Shape, value: unknown, path = ""): Kept {
  if (shape === "scalar" || value === undefined) return { value, dropped: [] };
  if (shape === "untyped") return { value: withoutNullEntries(value), dropped: [] };
  if ("itemsOf" in shape) {
    if (!Array.isArray(value)) return { value, dropped: [] };
    const items = value.map((item, index) => keepKnown(shape.itemsOf, item, `${path}[${index}]`));
    return { value: items.map((item) => item.value), dropped: items.flatMap((item) => item.dropped) };
  }
  return isObject(value) ? keepEntries(shape, value, path) : { value, dropped: [] };
}

function keepEntries(
  shape: { readonly properties: Properties } | { readonly valuesOf: Shape },
  value: JsonObject,
  path: string,
): Kept {
  const entries: [string, unknown][] = [];
  const dropped: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined || item === null) continue;
    const place = path === "" ? key : `${path}.${key}`;
    const known = "valuesOf" in shape ? shape.valuesOf : shape.properties[key];
    if (known === undefined) {
      dropped.push(place);
      continue;
    }
    const kept = keepKnown(known, item, place);
    entries.push([key, kept.value]);
    dropped.push(...kept.dropped);
  }
  return { value: Object.fromEntries(entries), dropped };
}

function withoutNullEntries(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullEntries);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNullEntries(item)]));
}
