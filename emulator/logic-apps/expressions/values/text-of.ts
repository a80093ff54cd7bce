import { jsonText } from "./json-value";

/**
 * The text of a value within text: null is empty, an object or array its JSON, and a boolean has .NET's capital
 * ("True").
 */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  return jsonText(value);
}
