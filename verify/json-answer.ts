import { asObject, type JsonObject } from "../definition";

export { asObject, type JsonObject };

/** A string of an answer; empty for anything else. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A list of an answer; empty for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Compares two IDs, names or codes of Azure, ignoring case. */
export function same(a: unknown, b: unknown): boolean {
  return text(a) !== "" && text(a).toLowerCase() === text(b).toLowerCase();
}
