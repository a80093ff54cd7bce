import type { CallExpression, Expression } from "./expression";

/** Lists the function calls in an expression, outermost first. */
export function callsIn(expression: Expression): readonly CallExpression[] {
  const calls: CallExpression[] = [];
  collect(expression, calls);
  return calls;
}

function collect(expression: Expression, calls: CallExpression[]): void {
  if (expression.kind === "call") {
    calls.push(expression);
    for (const argument of expression.arguments) collect(argument, calls);
  } else if (expression.kind === "property") {
    collect(expression.of, calls);
    collect(expression.property, calls);
  }
}
