import { numericOf } from "./number";

/** The type of a value, by the name that Logic Apps' error messages use. */
export function typeName(value: unknown): string {
  const numeric = numericOf(value);
  if (numeric !== undefined) return typeof numeric === "bigint" ? "Integer" : "Float";
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  if (Array.isArray(value)) return "Array";
  return typeof value === "object" && value !== null ? "Object" : "Null";
}
