export { makeErrorsInspectable } from "./inspectable-errors";
export { UsageError } from "./usage-error";
