import { walkActions, type PlacedAction } from "../../../definition";
import { callsIn, ExpressionSyntaxError, expressionsIn, type CallExpression } from "../../../definition/expressions";
import { isSupportedFunction } from "../expressions";
import { asObject, asString, type JsonObject } from "../../../definition/json";
import { controlTypes } from "../action-types";
import { withoutProperty } from "../without-property";
import { actionsBefore } from "./actions-before";

/** Functions whose first argument names an action. */
const actionFunctions = ["actions", "actionbody", "actionoutputs", "body", "outputs", "result"];

/** Lists the problems of a definition's expressions: unknown functions, and names that do not exist. */
export function checkReferences(definition: JsonObject): string[] {
  const placed = walkActions(definition);
  const types = new Map(placed.map(({ name, type }) => [name, type]));
  const parameters = asObject(definition.parameters);
  const before = actionsBefore(definition);
  return placed.flatMap((place) => {
    const where = `The action '${place.name}'`;
    return callsOf(place).flatMap((call) => {
      if (typeof call === "string") return [`${where} ${call}`];
      return checkCall(where, call, { types, parameters, before: before(place.name) });
    });
  });
}

/** Calls in an action's own expressions, or what is wrong with their syntax. */
function callsOf({ action, type }: PlacedAction): readonly (CallExpression | string)[] {
  const hasSchema = type === "ParseJson" || type === "Response";
  const evaluated = hasSchema ? withoutProperty(asObject(action.inputs), "schema") : action.inputs;
  const timeout = asObject(action.limit).timeout;
  try {
    return expressionsIn([evaluated, action.expression, timeout]).flatMap(({ expression }) => callsIn(expression));
  } catch (error) {
    if (error instanceof ExpressionSyntaxError) return [`has an expression that cannot be read: ${error.message}`];
    throw error;
  }
}

interface Names {
  readonly types: ReadonlyMap<string, string>;
  readonly parameters: JsonObject;
  readonly before: ReadonlySet<string>;
}

function checkCall(where: string, call: CallExpression, { types, parameters, before }: Names): string[] {
  if (!isSupportedFunction(call.name)) {
    return [`${where} uses the function '${call.name}', which the emulator does not support.`];
  }
  const [argument] = call.arguments;
  if (argument?.kind !== "literal" || typeof argument.value !== "string") return [];
  const named = asString(argument.value);
  const callee = call.name.toLowerCase();
  if (callee === "parameters" && parameters[named] === undefined) {
    return [`${where} refers to the parameter '${named}', which is not declared.`];
  }
  if (!actionFunctions.includes(callee)) return [];
  const type = types.get(named);
  if (type === undefined) return [`${where} refers to the action '${named}', which does not exist.`];
  if (!before.has(named)) return [`${where} refers to the action '${named}', which it does not run after.`];
  if (callee === "result" && !controlTypes.includes(type)) {
    return [`${where} asks for the result of '${named}', which is not a scope.`];
  }
  return [];
}
