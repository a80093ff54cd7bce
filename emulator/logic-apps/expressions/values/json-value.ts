import { floatText } from "./float-text";
import { Float } from "./number";

/**
 * The value as it leaves an evaluation: Floats as numbers, Integers as numbers where a number holds them exactly, and
 * as bigint beyond 2^53.
 */
export function jsonValue(value: unknown): unknown {
  if (value instanceof Float) return value.value;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (Array.isArray(value)) return value.map(jsonValue);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonValue(item)]));
}

/** Compact JSON, with integers beyond 2^53 in full. */
export function jsonText(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Float || typeof value === "number") return floatText(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${jsonText(item)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}
