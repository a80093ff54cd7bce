import type { EngineStep } from "../../engine-result";

/** Beginning of the type tokens of azure-native. */
export const azureNative = "azure-native:";
const counted = [
  ["create", "created"],
  ["update", "updated"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["same", "unchanged"],
] as const;

/**
 * Describes the changed resources of azure-native, sorted, as a preview shows them:
 * `update web:CustomApi set-secret: properties`. A replacement is one line, with the properties that cause it.
 */
export function stepLines(steps: readonly EngineStep[]): readonly string[] {
  return ownSteps(steps)
    .filter(({ op }) => op === "create" || op === "update" || op === "replace" || op === "delete")
    .map(({ op, resource, diff, replaceReasons }) => {
      const properties = [...new Set(diff.map((path) => path.split(/[.[]/)[0]))].sort();
      return (
        `${op} ${resource.slice(azureNative.length)}` +
        (properties.length > 0 ? `: ${properties.join(", ")}` : "") +
        (replaceReasons.length > 0 ? ` (replaced for ${replaceReasons.join(", ")})` : "")
      );
    })
    .sort();
}

/** Counts the resources of azure-native by operation: `2 created, 12 unchanged`. */
export function stepCounts(steps: readonly EngineStep[]): string {
  const own = ownSteps(steps);
  return counted
    .map(([op, word]) => [own.filter((step) => step.op === op).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${String(count)} ${word}`)
    .join(", ");
}

function ownSteps(steps: readonly EngineStep[]): readonly EngineStep[] {
  return steps.filter(({ resource }) => resource.startsWith(azureNative));
}
