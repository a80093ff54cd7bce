/** A JSON object with unknown properties. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Returns a value as a JSON object; `{}` for anything else. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Decides whether a value is a JSON object: not an array and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a value as a string; empty for anything else. */
export function asString(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Returns a value as a list; empty for anything else. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Returns an object without one of its keys. */
export function withoutKey(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== key));
}
