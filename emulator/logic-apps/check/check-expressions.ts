import { walkActions, walkBranch, walkTriggers, type PlacedAction } from "../../../definition";
import { asObject, type JsonObject } from "../../../definition/json";
import {
  callsIn,
  expressionsIn,
  ExpressionSyntaxError,
  ExpressionTooLongError,
  type CallExpression,
} from "../../../definition/expressions";
import type { Readings } from "../../provenance";
import { withoutProperty } from "../without-property";
import { actionsBefore } from "./actions-before";
import { behaviours, problem } from "./behaviours";
import { checkCall, type Names } from "./check-call";
import { initializedVariables } from "./check-variables";

/** Lists the problems of a definition's expressions: those that do not parse, wrong calls, and names that do not exist. */
export function checkExpressions(definition: JsonObject, readings: Readings): string[] {
  const placed = walkActions(definition);
  const before = actionsBefore(definition);
  const names: Omit<Names, "before" | "loops"> = {
    types: new Map(placed.map(({ name, type }) => [name, type])),
    foreachAround: new Map(placed.map((place) => [place.name, foreachAround(place)])),
    parameters: Object.keys(asObject(definition.parameters)),
    variables: initializedVariables(definition),
    readings,
  };
  const everyAction = new Set(names.types.keys());
  return [
    ...walkTriggers(definition).flatMap(({ name, action }) =>
      checkIn(`The trigger '${name}'`, evaluatedOfTrigger(action), { ...names, before: "none", loops: [] }),
    ),
    ...placed.flatMap((place) => checkPlaced(place, before(place.name), names)),
    ...Object.entries(asObject(definition.outputs)).flatMap(([name, output]) =>
      checkIn(`The output '${name}'`, asObject(output).value, { ...names, before: everyAction, loops: [] }),
    ),
  ];
}

function foreachAround({ within }: PlacedAction): readonly string[] {
  return within.flatMap(({ name, action }) => (action.type === "Foreach" ? [name] : []));
}

/** Checks an action. The condition of an Until is decided in the loop, when the actions of an iteration have ended. */
function checkPlaced(
  place: PlacedAction,
  before: ReadonlySet<string>,
  names: Omit<Names, "before" | "loops">,
): string[] {
  const { name, type, action, within } = place;
  const where = `The action '${name}'`;
  const around = within.map((each) => each.name);
  const own = checkIn(where, evaluatedOf(place), { ...names, before, loops: around });
  if (type !== "Until") return own;
  const inside = walkBranch(action.actions).map((each) => each.name);
  const ended = new Set([...before, ...inside]);
  return [...own, ...checkIn(where, action.expression, { ...names, before: ended, loops: [...around, name] })];
}

/** The parts of a trigger that have expressions: a schema is none, whatever it contains. */
function evaluatedOfTrigger(trigger: JsonObject): unknown {
  return [withoutProperty(asObject(trigger.inputs), "schema"), trigger.recurrence];
}

/** The parts of an action that have expressions of its own. */
function evaluatedOf({ action, type }: PlacedAction): unknown {
  const hasSchema = type === "ParseJson" || type === "Response";
  const inputs = hasSchema ? withoutProperty(asObject(action.inputs), "schema") : action.inputs;
  const cases = Object.values(asObject(action.cases)).map((each) => asObject(each).case);
  const condition = type === "Until" ? undefined : action.expression;
  return [inputs, condition, action.foreach, asObject(action.limit).timeout, cases];
}

function checkIn(where: string, value: unknown, names: Names): string[] {
  const calls = callsOf(value);
  if (calls instanceof ExpressionTooLongError) {
    return [problem(behaviours.expressionTooLong, `${where} has an expression that is too long: ${calls.message}`)];
  }
  if (calls instanceof ExpressionSyntaxError) {
    return [problem(behaviours.invalidExpression, `${where} has an expression that cannot be read: ${calls.message}`)];
  }
  return calls.flatMap((call) => checkCall(where, call, names));
}

function callsOf(value: unknown): readonly CallExpression[] | ExpressionSyntaxError {
  try {
    return expressionsIn(value).flatMap(({ expression }) => callsIn(expression));
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return error;
    throw error;
  }
}
