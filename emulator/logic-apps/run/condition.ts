import { evaluate, type Scope } from "../expressions";
import { asList, isObject, type JsonObject } from "../../../definition/json";
import { actionBehaviours as behaviours } from "../action-behaviours";
import { exercise } from "../../provenance";

/** A condition with its operands evaluated, as run history shows it, and what it came to. */
export interface EvaluatedCondition {
  readonly expression: unknown;
  readonly expressionResult: boolean;
}

/** A condition that cannot be decided. Its message names types, never values. */
export class ConditionError extends Error {
  override readonly name = "ConditionError";

  constructor(message: string) {
    super(message);
    exercise(behaviours.conditionNotBoolean);
  }
}

/** Decides a condition: an expression, or the object form of operators around operands. */
export function evaluateCondition(condition: unknown, scope: Scope): EvaluatedCondition {
  if (isObject(condition)) return evaluateOperator(condition, scope);
  const value = evaluate(condition, scope);
  return { expression: value, expressionResult: asBoolean(value) };
}

function evaluateOperator(condition: JsonObject, scope: Scope): EvaluatedCondition {
  const [operator = "", operands] = Object.entries(condition)[0] ?? [];
  if (operator === "and" || operator === "or") {
    const inner = asList(operands).map((operand) => evaluateCondition(operand, scope));
    const results = inner.map(({ expressionResult }) => expressionResult);
    const expressionResult = operator === "and" ? !results.includes(false) : results.includes(true);
    return { expression: { [operator]: inner.map(({ expression }) => expression) }, expressionResult };
  }
  if (operator === "not") {
    const inner = evaluateCondition(operands, scope);
    return { expression: { not: inner.expression }, expressionResult: !inner.expressionResult };
  }
  const [left, right] = asList(evaluate(operands, scope));
  return { expression: { [operator]: [left, right] }, expressionResult: compare(operator, [left, right], scope) };
}

/** Operators of two operands; each is the function of that name. */
export const comparisons: readonly string[] = [
  "equals",
  "greater",
  "greaterOrEquals",
  "less",
  "lessOrEquals",
  "contains",
  "startsWith",
  "endsWith",
];

/** Operators that hold conditions. */
export const connectives: readonly string[] = ["and", "or", "not"];

/** Lets the expression language compare, so that an operator and the function of its name agree. */
function compare(operator: string, [left, right]: readonly unknown[], { readings }: Scope): boolean {
  const operands: Scope = { ...noScope, readings, variable: (name) => (name === "left" ? left : right) };
  return asBoolean(evaluate(`@${operator}(variables('left'), variables('right'))`, operands));
}

function asBoolean(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new ConditionError(`The condition gives a value of type '${typeof value}', not 'boolean'.`);
}

const unavailable = (): never => {
  throw new ConditionError("Only operands can be read here.");
};

const noScope: Omit<Scope, "readings"> = {
  now: unavailable,
  parameter: unavailable,
  trigger: unavailable,
  action: unavailable,
  outputs: unavailable,
  result: unavailable,
  workflow: unavailable,
  variable: unavailable,
  item: unavailable,
  items: unavailable,
  iterationIndex: unavailable,
};
