import { closest, distance } from "fastest-levenshtein";
import type * as z from "zod";
import { unsupportedGrantProblem } from "./grant-type";

/** What zod found wrong with `seen`, in our words; shows a value only where it cannot be a secret. */
export function describeIssue(issue: z.core.$ZodIssue, seen: unknown): string {
  switch (issue.code) {
    case "custom":
      return issue.message;
    case "invalid_type":
      return `is ${issue.expected === "int" ? shownNumber(seen) : kindOf(seen)}; must be ${kind(issue.expected)}.`;
    case "invalid_value":
      return notAllowed(issue.values.map(String), seen);
    case "too_small":
      return `is ${shownNumber(seen)}; must be at least ${Number(issue.minimum)}.`;
    case "too_big":
      return `is ${shownNumber(seen)}; must be at most ${Number(issue.maximum)}.`;
    default:
      return `is not as it should be (${issue.code}).`;
  }
}

function kind(expected: string): string {
  switch (expected) {
    case "int":
    case "number":
      return "a whole number";
    case "boolean":
      return "true or false";
    case "string":
      return "text (in YAML: put it in quotes)";
    case "array":
      return "a list (in YAML: each entry on a line of its own, after a hyphen)";
    default:
      return "an object (in YAML: key: value lines)";
  }
}

function kindOf(seen: unknown): string {
  if (seen === null) return "empty";
  if (Array.isArray(seen)) return "a list";
  return (
    { string: "text", number: "a number", boolean: "true or false", object: "an object" }[typeof seen as string] ??
    "missing"
  );
}

function shownNumber(seen: unknown): string {
  return typeof seen === "number" ? String(seen) : kindOf(seen);
}

function notAllowed(allowed: readonly string[], seen: unknown): string {
  const list = `allowed: ${allowed.join(", ")}.`;
  if (typeof seen !== "string") return `is ${kindOf(seen)}; ${list}`;
  const reason = unsupportedProblem(allowed, seen);
  if (reason !== undefined) return reason;
  const nearest = closest(seen.slice(0, 64), [...allowed]);
  // Only what is nearly an allowed value is shown: anything else may be a secret that slipped in here.
  return distance(seen.toLowerCase(), nearest.toLowerCase()) <= Math.min(3, nearest.length / 2)
    ? `is "${seen}"; did you mean ${nearest}? ${list}`
    : `is another text (not shown); ${list}`;
}

function unsupportedProblem(allowed: readonly string[], seen: string): string | undefined {
  if (allowed.includes("public")) {
    return "is another cloud than the public one, which alone is supported; take it out, and azure-native:environment too.";
  }
  return allowed.includes("client_credentials") ? unsupportedGrantProblem(seen) : undefined;
}
