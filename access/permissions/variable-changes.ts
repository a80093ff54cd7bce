import type { PlacedAction } from "../../definition";
import { asObject } from "../../definition";

/**
 * Decides whether a variable may change between a guard and what it guards.
 *
 * Variables are global: only an action that has surely ended when the guard begins may set one, and none within a loop
 * around the guard, because the iterations of a loop run side by side.
 *
 * @param guard name of the action that checks the variable
 * @param variable name in lower case; empty for one that an expression names
 * @param around the control actions around the guard
 * @param actions every action of the definition
 */
export function mayChangeAfter(
  guard: string,
  variable: string,
  around: PlacedAction["within"],
  actions: readonly PlacedAction[],
): boolean {
  const loops = new Set(around.filter(({ action }) => isLoop(action.type)).map(({ name }) => name));
  const before = endedBefore([guard, ...around.map(({ name }) => name)], actions);
  return actions.some(({ name, type, action, within }) => {
    const kind = type.toLowerCase();
    if (kind === "initializevariable" || !kind.endsWith("variable")) return false;
    const set = asObject(action.inputs).name;
    if (variable !== "" && typeof set === "string" && set.toLowerCase() !== variable) return false;
    if (within.some((outer) => outer.name === guard || loops.has(outer.name))) return true;
    return !before.has(name) && !within.some((outer) => before.has(outer.name));
  });
}

function isLoop(type: unknown): boolean {
  return typeof type === "string" && type.toLowerCase() === "foreach";
}

/** Names of the actions that have ended when any of the named ones begins. */
function endedBefore(names: readonly string[], actions: readonly PlacedAction[]): ReadonlySet<string> {
  const runAfter = new Map(actions.map(({ name, action }) => [name, Object.keys(asObject(action.runAfter))]));
  const found = new Set<string>();
  const pending = names.flatMap((name) => runAfter.get(name) ?? []);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(runAfter.get(name) ?? []));
  }
  return found;
}
