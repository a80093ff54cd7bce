import type { AnyFaultResult } from "./run-faults";

/** A value of an outcome. */
export type Value = string | number | readonly string[];

/** The values of an outcome, whatever its kind. */
export function valuesOf(outcome: AnyFaultResult["seen"]): Readonly<Record<string, Value>> {
  return { ...outcome };
}

/** Abbreviates a fault's combinations to what they share: a grant, a write path, or both. */
function inShort(combinations: readonly string[]): string {
  const pairs = combinations.map((combination) => combination.split("/"));
  const [grants = [], paths = []] = [0, 1].map((part) => [...new Set(pairs.map((pair) => pair[part] ?? ""))]);
  if (combinations.length !== grants.length * paths.length) return combinations.join(" ");
  const named = [...(grants.length === 1 ? grants : []), ...(paths.length === 1 ? paths : [])];
  return named.join("/") || "all";
}

/** Results that saw the same, and where. */
export interface SameResults {
  readonly first: AnyFaultResult;
  readonly combinations: string;
  readonly readings: ReadonlySet<string | undefined>;
}

/** Groups the combinations of each fault that saw the same. */
export function groupBySeen(results: readonly AnyFaultResult[]): readonly SameResults[] {
  const groups = new Map<string, AnyFaultResult[]>();
  for (const result of results) {
    const key = JSON.stringify([result.fault, result.seen, result.held]);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const combinations = inShort([...new Set(group.map(({ combination }) => combination))]);
    return [{ first, combinations, readings: new Set(group.map(({ readings }) => readings)) }];
  });
}

/** Formats a value of an outcome; an empty list is `none`. */
export function formatValue(value: Value = ""): string {
  return typeof value === "object" ? value.join(", ") || "none" : String(value);
}
