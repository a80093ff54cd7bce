import type * as z from "zod";
import { unsupportedGrantProblem } from "../values/grant-type";
import { nearest } from "./nearest";

/** Describes an issue that zod found with `input`; shows a value only if it cannot be a secret. */
export function describeIssue(issue: z.core.$ZodIssue, input: unknown): string {
  switch (issue.code) {
    case "custom":
      return issue.message;
    case "invalid_type":
      return `is ${issue.expected === "int" ? numberOrKind(input) : kindOf(input)}. Expected ${expectedKind(issue.expected)}.`;
    case "invalid_value":
      return describeChoice(issue.values.map(String), input);
    case "too_small":
      return `is ${numberOrKind(input)}. The minimum is ${Number(issue.minimum)}.`;
    case "too_big":
      return `is ${numberOrKind(input)}. The maximum is ${Number(issue.maximum)}.`;
    default:
      return `is not valid (${issue.code}).`;
  }
}

function expectedKind(expected: string): string {
  switch (expected) {
    case "int":
    case "number":
      return "a whole number";
    case "boolean":
      return "true or false";
    case "string":
      return "text (in YAML: in quotes)";
    case "array":
      return "a list (in YAML: each item on its own line, after a hyphen)";
    default:
      return "an object (in YAML: key: value lines)";
  }
}

function kindOf(input: unknown): string {
  if (input === null) return "empty";
  if (Array.isArray(input)) return "a list";
  return (
    { string: "text", number: "a number", boolean: "true or false", object: "an object" }[typeof input as string] ??
    "missing"
  );
}

function numberOrKind(input: unknown): string {
  return typeof input === "number" ? String(input) : kindOf(input);
}

function describeChoice(allowed: readonly string[], input: unknown): string {
  const expected = `Expected ${allowed.length > 2 ? `one of ${allowed.join(", ")}` : allowed.join(" or ")}.`;
  if (typeof input !== "string") return `is ${kindOf(input)}. ${expected}`;
  const reason = unsupportedProblem(allowed, input);
  if (reason !== undefined) return reason;
  const meant = nearest(input, allowed);
  // Shown only if it is almost an allowed value: anything else may be a secret that was put here by mistake.
  return meant === undefined
    ? `is ${isWord(input) ? `"${input}"` : "not an allowed value (value not shown)"}. ${expected}`
    : `is "${input}". Did you mean ${meant}? ${expected}`;
}

function unsupportedProblem(allowed: readonly string[], input: string): string | undefined {
  return allowed.includes("client_credentials") ? unsupportedGrantProblem(input) : undefined;
}

/** Tests that a text is a short word or two, as no secret is. */
function isWord(text: string): boolean {
  return /^[a-z]{1,16}([ _-][a-z]{1,16})?$/.test(text);
}
