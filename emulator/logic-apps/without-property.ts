import type { JsonObject } from "../../definition/json";

/** A JSON object without one of its properties. */
export function withoutProperty(value: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
}
