import * as z from "zod";
import type { Fields, ParsedFields } from "../fields/parsed-fields";
import { keyPath, type SettingsProblem } from "../fields/settings-problem";
import { unwrap } from "../fields/unwrap-schema";
import { describeIssue } from "../problems/describe-issue";
import { shownKey, unknownKeyProblem } from "../problems/unknown-key";

/**
 * Reads each key by its own schema, so that an invalid key does not hide problems of the others. An empty value (`""`,
 * `[]`, `{}`, null) counts as not set, because Pulumi requires a default for every optional key.
 */
export function parseFields<F extends Fields>(
  fields: F,
  raw: Readonly<Record<string, unknown>>,
  path: string,
): ParsedFields<F> {
  const known = Object.keys(fields);
  const given = new Map(Object.entries(raw).filter(([, value]) => !isEmpty(value)));
  const problems = Object.keys(raw)
    .filter((key) => !known.includes(key))
    .map((key) => unknownKeyProblem(path, key, known));
  const values: Record<string, unknown> = {};
  const decoded: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(fields)) {
    const value = decode(schema, given.get(key));
    decoded[key] = isEmpty(value) ? undefined : value;
    const result = schema.safeParse(decoded[key]);
    if (result.success) values[key] = result.data;
    else problems.push(...result.error.issues.flatMap((issue) => problemsOf(issue, schema, value, path, key)));
  }
  return { values: values as ParsedFields<F>["values"], decoded, given: new Set(given.keys()), problems };
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "" || value === "[]" || value === "{}") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** Decodes a value: Pulumi passes everything as text, lists and objects as JSON. */
function decode(schema: z.ZodType, value: unknown): unknown {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodString) return typeof value === "boolean" ? String(value) : value;
  if (bare instanceof z.ZodEnum) return value;
  if (bare instanceof z.ZodBoolean) return value === "true" || (value === "false" ? false : value);
  if (bare instanceof z.ZodNumber) {
    return typeof value === "string" && /^-?\d{1,15}(\.\d{1,5})?$/.test(value) ? Number(value) : value;
  }
  const structure = typeof value === "string" ? parsedJson(value) : value;
  return bare instanceof z.ZodRecord ? withTextValues(structure) : structure;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function withTextValues(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      typeof inner === "number" || typeof inner === "boolean" ? String(inner) : inner,
    ]),
  );
}

function problemsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  value: unknown,
  parent: string,
  key: string,
): SettingsProblem[] {
  const path = issue.path.reduce<string>(
    (before, step) => (typeof step === "number" ? `${before}[${step}]` : `${before}.${shownKey(String(step))}`),
    keyPath(parent, key),
  );
  if (issue.code === "unrecognized_keys") {
    const bare = unwrap(schema);
    const known = bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
    return issue.keys.map((unknown) => unknownKeyProblem(path, unknown, known));
  }
  if (value === undefined || isEmpty(value))
    return [{ path, message: `is missing or empty. ${schema.meta()?.description ?? ""}` }];
  return [{ path, message: describeIssue(issue, valueAt(value, issue.path)) }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}
