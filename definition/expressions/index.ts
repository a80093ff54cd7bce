export { callsIn } from "./calls-in";
export type { CallExpression, Expression, LiteralExpression, Template } from "./expression";
export { ExpressionSyntaxError, ExpressionTooLongError } from "./expression-syntax-error";
export { expressionsIn } from "./expressions-in";
export { parseExpression } from "./parse-expression";
export { parseTemplate } from "./parse-template";
export { Scanner } from "./scanner";
