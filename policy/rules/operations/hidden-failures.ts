import type { JsonObject, PlacedAction } from "../../../definition";
import { asObject, walkActions } from "../../../definition";
import { notedFailures } from "./noted-failures";

/**
 * Actions that run after another failed and after which the run ends Succeeded: neither they nor what follows them
 * ends it Failed.
 *
 * An action that runs after failure and success alike hides a failure just the same.
 * https://learn.microsoft.com/azure/logic-apps/error-exception-handling#evaluate-actions-and-their-results
 *
 * @returns names of the actions
 */
export function hiddenFailures(definition: unknown): readonly string[] {
  const placed = walkActions(definition);
  const ending = endingFailed(placed);
  return placed
    .filter(({ action }) =>
      Object.values(asObject(action.runAfter)).some((statuses) => listed(statuses).some(isFailure)),
    )
    .filter(({ name }) => !ending.has(name))
    .map(({ name }) => name);
}

/**
 * Names of the actions after which, or inside which, a Terminate can end the run Failed or a failure is noted for it, and
 * of those themselves.
 */
function endingFailed(placed: readonly PlacedAction[]): ReadonlySet<string> {
  const byName = new Map(placed.map((each) => [each.name, each]));
  const found = new Set<string>();
  const terminates = placed.filter(({ action }) => failsRun(action));
  const next = [...terminates.map(({ name }) => name), ...notedFailures(placed, terminates)];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    const each = byName.get(name);
    if (each === undefined || found.has(name)) continue;
    found.add(name);
    const around = each.within.at(-1)?.name;
    next.push(...Object.keys(asObject(each.action.runAfter)), ...(around === undefined ? [] : [around]));
  }
  return found;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFailure(status: unknown): boolean {
  return typeof status === "string" && /^(failed|timedout)$/i.test(status);
}

function failsRun({ type, inputs }: JsonObject): boolean {
  const { runStatus } = asObject(inputs);
  const isTerminate = typeof type === "string" && type.toLowerCase() === "terminate";
  return isTerminate && typeof runStatus === "string" && runStatus.toLowerCase() === "failed";
}
