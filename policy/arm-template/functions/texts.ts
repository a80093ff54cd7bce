import { createHash } from "node:crypto";
import { joinTexts } from "../join-texts";
import { isDecidedKey, keyOf, Undecided, UndecidedText } from "../undecided";
import type { TemplateFunction } from "./template-function";
import { asInteger, asText, strictTable, undecidedCall } from "./template-function";

/**
 * Functions on texts.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string
 */
export const textFunctions: Readonly<Record<string, TemplateFunction>> = {
  format: ([pattern, ...values]) => (typeof pattern === "string" ? format(pattern, values) : undefined),
  tolower: ([text]) => mapText("tolower", text, (part) => part.toLowerCase()),
  toupper: ([text]) => mapText("toupper", text, (part) => part.toUpperCase()),
  string: ([value]) =>
    typeof value === "string" || value instanceof UndecidedText
      ? value
      : isDecided(value)
        ? typeof value === "boolean"
          ? value
            ? "True"
            : "False"
          : JSON.stringify(value)
        : undecidedCall("string", [value]),
  /** Their text depends on ids of the subscription; a text of the same shape stands in, the same for the same arguments. */
  uniquestring: (given) => standIn("uniquestring", given, (digest) => `unique${digest.slice(0, 7)}`),
  guid: (given) => standIn("guid", given, asGuid),
  ...strictTable({
    replace: ([text, old, by]) =>
      typeof text === "string" && typeof old === "string" && typeof by === "string" && old !== ""
        ? text.replaceAll(old, () => by)
        : undefined,
    split: ([text, separators]) => {
      if (typeof text !== "string") return undefined;
      const all = Array.isArray(separators) ? (separators as unknown[]) : [separators];
      return all.reduce<string[]>(
        (parts, separator) => parts.flatMap((part) => part.split(asText(separator) ?? ",")),
        [text],
      );
    },
    trim: ([text]) => asText(text)?.trim(),
    substring: ([text, from, length]) => {
      const start = asInteger(from);
      if (typeof text !== "string" || start === undefined) return undefined;
      return text.slice(start, length === undefined ? undefined : start + (asInteger(length) ?? 0));
    },
    startswith: ([text, part]) => compareTexts(text, part, (a, b) => a.startsWith(b)),
    endswith: ([text, part]) => compareTexts(text, part, (a, b) => a.endsWith(b)),
    indexof: ([text, part]) => compareTexts(text, part, (a, b) => a.indexOf(b)),
    lastindexof: ([text, part]) => compareTexts(text, part, (a, b) => a.lastIndexOf(b)),
    padleft: ([text, width, by]) =>
      isPlain(text) ? String(text).padStart(Math.min(asInteger(width) ?? 0, 1000), asText(by) ?? " ") : undefined,
    json: ([text]) => (typeof text === "string" ? parsed(text) : undefined),
    int: ([value]) => asInteger(typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value),
    bool: ([value]) => (typeof value === "number" ? value !== 0 : parsedBoolean(value)),
    base64: ([text]) => (typeof text === "string" ? Buffer.from(text).toString("base64") : undefined),
    base64tostring: ([text]) => (typeof text === "string" ? Buffer.from(text, "base64").toString() : undefined),
    base64tojson: ([text]) => (typeof text === "string" ? parsed(Buffer.from(text, "base64").toString()) : undefined),
    uricomponent: ([text]) => (typeof text === "string" ? encoded(text) : undefined),
    uri: ([base, relative]) =>
      typeof base === "string" && typeof relative === "string" && URL.canParse(relative, base)
        ? new URL(relative, base).href
        : undefined,
  }),
};

function isDecided(value: unknown): boolean {
  return isDecidedKey(keyOf(value));
}

function isPlain(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** Formats of numbers and dates, such as `{0:D3}`, are not evaluated. */
function format(pattern: string, values: readonly unknown[]): unknown {
  const parts: unknown[] = [];
  let from = 0;
  for (const { index, 0: found } of pattern.matchAll(/\{\{|\}\}|\{[^{}]*\}/g)) {
    parts.push(pattern.slice(from, index));
    from = index + found.length;
    const [, digits] = /^\{(\d+)\}$/.exec(found) ?? [];
    if (found === "{{" || found === "}}") parts.push(found[0]);
    else if (digits === undefined || values[Number(digits)] === undefined) return undefined;
    else {
      const value = values[Number(digits)];
      parts.push(typeof value === "boolean" ? (value ? "True" : "False") : value);
    }
  }
  return joinTexts([...parts, pattern.slice(from)]);
}

function mapText(name: string, value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (!(value instanceof Undecided)) return undefined;
  const parts = value instanceof UndecidedText ? value.parts : [value];
  return joinTexts(parts.map((part) => (typeof part === "string" ? change(part) : undecidedCall(name, [part]))));
}

/** Undecided where an argument is: two undecided arguments may be the same. */
function standIn(name: string, given: readonly unknown[], shape: (digest: string) => string): unknown {
  if (given.some((value) => !isDecided(value))) return undecidedCall(name, given);
  return shape(
    createHash("sha256")
      .update(JSON.stringify([name, ...given]))
      .digest("hex"),
  );
}

/** Checks whether a text contains one that stands in for what only Azure knows. */
export function hasStandIn(text: string): boolean {
  return /unique[\da-f]{7}|[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}/.test(text);
}

/** A GUID made of a hexadecimal digest. */
export function asGuid(digest: string): string {
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-5$3-8$4-$5");
}

function compareTexts<Result>(a: unknown, b: unknown, compare: (a: string, b: string) => Result): Result | undefined {
  return typeof a === "string" && typeof b === "string" ? compare(a.toLowerCase(), b.toLowerCase()) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function parsedBoolean(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  const text = asText(value)?.toLowerCase();
  return text === "true" || text === "1" ? true : text === "false" || text === "0" ? false : undefined;
}

function encoded(text: string): string | undefined {
  try {
    return encodeURIComponent(text);
  } catch {
    return undefined;
  }
}
