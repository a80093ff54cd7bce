import type { CallExpression, Expression, LiteralExpression } from "../../../definition/expressions";
import { follow } from "../../provenance";
import { behaviours } from "./behaviours";
import { EvaluationError, UnsupportedFunctionError } from "./errors";
import { findFunction, wrongArgumentCount } from "./functions";
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
 * All arguments are evaluated, left to right, also those of `and`, `or` and `coalesce`; those of `if` by the reading
 * `ifBranches`.
 */
function call({ name, arguments: expressions }: CallExpression, scope: Scope): unknown {
  const found = findFunction(name);
  if (found === undefined) throw new UnsupportedFunctionError(name);
  const wrongCount = wrongArgumentCount(name, expressions.length);
  if (wrongCount !== undefined) throw new EvaluationError(behaviours.wrongArgumentCount, wrongCount, name);
  if (name.toLowerCase() === "if" && follow(scope.readings, "ifBranches") === "one") return chosen(expressions, scope);
  const values = expressions.map((argument) => evaluateExpression(argument, scope));
  return found.call(new Arguments(name, values), scope);
}

/** The value of an `if`, of which the other argument is not evaluated. */
function chosen([condition, whenTrue, whenFalse]: readonly Expression[], scope: Scope): unknown {
  const met = new Arguments("if", [condition && evaluateExpression(condition, scope)]).boolean(0);
  const taken = met ? whenTrue : whenFalse;
  return taken && evaluateExpression(taken, scope);
}
