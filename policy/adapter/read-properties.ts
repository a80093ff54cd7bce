import type { JsonObject } from "../../definition";
import { unknown } from "../model";

/**
 * Properties as the policy SDK shows them, as plain JSON: what is unknown is the symbol {@link unknown}, leaf by leaf.
 *
 * The SDK throws at each access to an unknown value and then counts the whole rule as passed.
 */
export function readProperties(properties: object): JsonObject {
  return readObject(properties);
}

function readObject(shown: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(shown).map((key) => [key, readMember(shown, key)]));
}

function readMember(holder: object, key: string): unknown {
  try {
    return readValue((holder as Record<string, unknown>)[key]);
  } catch (error) {
    // The SDK does not export the class.
    if (error instanceof Error && error.constructor.name === "UnknownValueError") return unknown;
    throw error;
  }
}

function readValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value) ? Object.keys(value).map((index) => readMember(value, index)) : readObject(value);
}
