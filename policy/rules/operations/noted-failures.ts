import type { PlacedAction } from "../../../definition";
import { asObject } from "../../../definition";
import { callsIn } from "../../../definition/expressions";
import { toExpression } from "../../../access/permissions";
import { decideCondition, type VariableValues } from "./decide-condition";

/** An If, with the branch of it that ends the run Failed. */
interface Ending {
  readonly placed: PlacedAction;
  readonly isElse: boolean;
}

/**
 * Actions that note a failure in a variable by which an If behind them ends the run Failed.
 *
 * Logic Apps has no Terminate in a loop: a loop notes what failed, and the run ends behind it. A variable that is also set
 * to a value with which the run does not end Failed notes nothing, because it may be set so afterwards.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#terminate-action
 *
 * @param terminates the actions that end the run Failed
 * @returns names of the actions
 */
export function notedFailures(
  actions: readonly PlacedAction[],
  terminates: readonly PlacedAction[],
): readonly string[] {
  const changes = actions.filter(({ type }) => /^(?!initialize)\w+variable$/i.test(type));
  if (changes.length === 0) return [];
  const initial = initialValues(actions);
  const byName = new Map(actions.map((each) => [each.name, each]));
  return endingsOf(terminates, byName).flatMap((ending) => {
    const before = succeededBefore(ending.placed, byName);
    const read = variablesRead(ending.placed.action.expression);
    const ends = (change: PlacedAction): boolean => endsFailed(ending, change, initial);
    return changes
      .filter((change) => read.has(variableOf(change)))
      .filter((change) => changes.filter((other) => variableOf(other) === variableOf(change)).every(ends))
      .filter(({ name, within }) => before.has(name) || within.some((outer) => before.has(outer.name)))
      .map(({ name }) => name);
  });
}

function endingsOf(terminates: readonly PlacedAction[], byName: ReadonlyMap<string, PlacedAction>): readonly Ending[] {
  return terminates.flatMap(({ within }) =>
    within.flatMap(({ name, action, branch }) => {
      const placed = byName.get(name);
      const isIf = typeof action.type === "string" && action.type.toLowerCase() === "if";
      return isIf && placed !== undefined ? [{ placed, isElse: branch !== "actions" }] : [];
    }),
  );
}

/** Checks that the run may end Failed once a variable was changed, and nothing else was. */
function endsFailed({ placed, isElse }: Ending, change: PlacedAction, initial: VariableValues): boolean {
  const changed = new Map(initial).set(variableOf(change), valueOf(change));
  const decided = decideCondition(placed.action.expression, changed);
  return decided === undefined || decided !== isElse;
}

/** Value that an action gives to a variable; undefined if only the run tells. */
function valueOf({ type, action }: PlacedAction): unknown {
  const { value } = asObject(action.inputs);
  const isOpen = type.toLowerCase() !== "setvariable" || (typeof value === "string" && value.includes("@"));
  return isOpen ? undefined : value;
}

function variableOf({ action }: PlacedAction): string {
  const { name } = asObject(action.inputs);
  return typeof name === "string" ? name.toLowerCase() : "";
}

function initialValues(actions: readonly PlacedAction[]): VariableValues {
  const declared = actions
    .filter(({ type }) => type.toLowerCase() === "initializevariable")
    .flatMap(({ action }) => asObject(action.inputs).variables)
    .map(asObject);
  return new Map(
    declared.flatMap(({ name, value }) => {
      const isOpen = typeof value === "string" && value.includes("@");
      return typeof name === "string" && !isOpen ? [[name.toLowerCase(), value]] : [];
    }),
  );
}

function variablesRead(condition: unknown): ReadonlySet<string> {
  const expression = toExpression(condition);
  const calls = expression === undefined ? [] : callsIn(expression);
  return new Set(
    calls
      .filter(({ name }) => name.toLowerCase() === "variables")
      .flatMap(({ arguments: [first] }) => (first?.kind === "literal" ? [String(first.value).toLowerCase()] : [])),
  );
}

/** Names of the actions after which an action follows where each of them succeeded. */
function succeededBefore(placed: PlacedAction, byName: ReadonlyMap<string, PlacedAction>): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [placed.name, ...placed.within.map(({ name }) => name)];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const earlier = Object.entries(asObject(byName.get(name)?.action.runAfter))
      .filter(([, statuses]) => Array.isArray(statuses) && statuses.some((each) => /^succeeded$/i.test(String(each))))
      .map(([each]) => each)
      .filter((each) => !found.has(each));
    for (const each of earlier) found.add(each);
    pending.push(...earlier);
  }
  return found;
}
