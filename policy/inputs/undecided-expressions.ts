import type { UndecidedPlace } from "../resource-forms";
import type { Finding, RuleDescription } from "../rule/rule";
import { noConfiguration } from "../rule/rule";

/** Rule on expressions of a template that are not evaluated. */
export const undecidedExpressions: RuleDescription = {
  id: "undecided-expressions",
  sentence: "Every expression of the template, or setting of the project, could be evaluated.",
  fault: "Some expressions of the template, or settings of the project, could not be evaluated.",
  level: "advisory",
  levelReason: "Nearly every template has values that only the deployment tells.",
  reason: "What is known only at deployment cannot be checked before it; it is listed here instead.",
  remediation:
    "Give the values with --parameters, or check the deployed resources; to enforce it, make this rule mandatory.",
  reference: "https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions",
  configuration: noConfiguration,
};

/** More lines and reasons than these are counted only. */
const most = 20;

/** One finding that counts the places and lists what is not known, with the lines. */
export function findUndecidedExpressions(
  places: readonly UndecidedPlace[],
  lineOf: (path: string) => number,
): readonly Omit<Finding, "rule">[] {
  if (places.length === 0) return [];
  const byReason = new Map<string, number[]>();
  for (const { path, why } of places) byReason.set(why, [...(byReason.get(why) ?? []), lineOf(path)]);
  const reasons = [...byReason].map(([why, lines]) => `${why} (${describeLines(lines)})`);
  const shown = reasons.slice(0, most).join("; ");
  const rest = reasons.length > most ? `; and ${reasons.length - most} more reasons` : "";
  return [{ level: "advisory", count: places.length, message: `Not evaluated: ${places.length}. ${shown}${rest}.` }];
}

function describeLines(all: readonly number[]): string {
  const lines = [...new Set(all)].sort((a, b) => a - b);
  const more = lines.length > most ? `, and ${lines.length - most} more` : "";
  return `${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, most).join(", ")}${more}`;
}
