import { toExpression } from "../../../access/permissions";
import type { CallExpression, Expression } from "../../../definition/expressions";

/** A value that an expression gives; undefined for one that only the run tells. */
type Known = string | number | bigint | boolean | null | undefined;

/** Values of variables by name in lower case. */
export type VariableValues = ReadonlyMap<string, unknown>;

/**
 * Decides a condition of an If, in either form, by what is known of variables.
 *
 * @returns undefined where only the run tells
 */
export function decideCondition(condition: unknown, variables: VariableValues): boolean | undefined {
  const expression = toExpression(condition);
  const value = expression === undefined ? undefined : valueOf(expression, variables);
  return typeof value === "boolean" ? value : undefined;
}

function valueOf(expression: Expression, variables: VariableValues): Known {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "property") return undefined;
  const [first, second] = expression.arguments;
  switch (expression.name.toLowerCase()) {
    case "variables":
      return scalar(variableOf(expression, variables));
    case "string": {
      const value = first === undefined ? undefined : valueOf(first, variables);
      return typeof value === "string" ? value : undefined;
    }
    case "and":
      return junction(expression, variables, false);
    case "or":
      return junction(expression, variables, true);
    case "not":
      return negated(first === undefined ? undefined : valueOf(first, variables));
    case "equals":
      return first === undefined || second === undefined ? undefined : areEqual(first, second, variables);
    case "empty":
      return negated(hasItems(first, variables));
    case "greater":
      // As in greater(length(variables('errors')), 0).
      return isZero(second) && isLength(first) ? hasItems(first.arguments[0], variables) : undefined;
    default:
      return undefined;
  }
}

/** @param decisive value of an operand that decides, whatever the others are */
function junction({ arguments: given }: CallExpression, variables: VariableValues, decisive: boolean): Known {
  const values = given.map((each) => valueOf(each, variables));
  if (values.includes(decisive)) return decisive;
  return values.every((value) => value === !decisive) ? !decisive : undefined;
}

function areEqual(first: Expression, second: Expression, variables: VariableValues): Known {
  const [a, b] = [valueOf(first, variables), valueOf(second, variables)];
  return a === undefined || b === undefined ? undefined : a === b;
}

function negated(value: Known): Known {
  return typeof value === "boolean" ? !value : undefined;
}

/** Whether a text or an array is not empty. */
function hasItems(expression: Expression | undefined, variables: VariableValues): boolean | undefined {
  if (expression === undefined) return undefined;
  const isVariable = expression.kind === "call" && expression.name.toLowerCase() === "variables";
  const value: unknown = isVariable ? variableOf(expression, variables) : valueOf(expression, variables);
  return typeof value === "string" || Array.isArray(value) ? value.length > 0 : undefined;
}

function variableOf({ arguments: [name] }: CallExpression, variables: VariableValues): unknown {
  return name?.kind === "literal" ? variables.get(String(name.value).toLowerCase()) : undefined;
}

function scalar(value: unknown): Known {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

function isLength(expression: Expression | undefined): expression is CallExpression {
  return expression?.kind === "call" && expression.name.toLowerCase() === "length";
}

function isZero(expression: Expression | undefined): boolean {
  return expression?.kind === "literal" && Number(expression.value) === 0;
}
