export { EvaluationError, UnsupportedFunctionError } from "./errors";
export { evaluate } from "./evaluate";
export { isSupportedFunction, wrongArgumentCount } from "./functions";
export type { Scope } from "./scope";
