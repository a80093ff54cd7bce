import type { CallExpression, Expression, LiteralExpression } from "../../../definition/expressions";
import { EvaluationError, UnsupportedFunctionError } from "./errors";
import { findFunction } from "./functions";
import { Arguments } from "./functions/arguments";
import type { Scope } from "./scope";
import { selectProperty } from "./select-property";
import { valueOf } from "./values/number";

/** Evaluates an expression to a value that other expressions can use: it distinguishes Floats from Integers. */
export function evaluateExpression(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case "literal":
      return literalValue(expression);
    case "call":
      return call(expression, scope);
    case "property": {
      const { of, property, optional } = expression;
      const writtenName = property.kind === "literal" ? String(property.value) : undefined;
      const selected = evaluateExpression(of, scope);
      return selectProperty(selected, { property: evaluateExpression(property, scope), writtenName, optional });
    }
  }
}

function literalValue({ value, float }: LiteralExpression): unknown {
  return float === true && typeof value === "number" ? valueOf(value) : value;
}

/**
 * All arguments are evaluated, left to right, also those of `if`, `and`, `or` and `coalesce`. The reference does not say
 * whether Logic Apps does, and reports differ; this is the stricter reading: what passes here passes either way.
 */
function call({ name, arguments: expressions }: CallExpression, scope: Scope): unknown {
  const found = findFunction(name);
  if (found === undefined) throw new UnsupportedFunctionError(name);
  const [least, most] = found.takes;
  const count = expressions.length;
  if (count < least || count > most) {
    const allowed = least === most ? String(least) : most === Infinity ? `${least} or more` : `${least} to ${most}`;
    throw new EvaluationError(`The function '${name}' takes ${allowed} arguments; it has ${count}.`, name);
  }
  const values = expressions.map((argument) => evaluateExpression(argument, scope));
  return found.call(new Arguments(name, values), scope);
}
