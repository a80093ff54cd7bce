import type { CallExpression, Expression } from "./expression";

/** Every call in an expression, innermost last. */
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
