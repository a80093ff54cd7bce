import { isObject, type JsonObject } from "../json-object";

/** The value at a path with dots, such as `properties.accessPolicies`; undefined where there is none. */
export function valueAt(object: JsonObject, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), object);
}
