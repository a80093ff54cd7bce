import { parseTemplate } from "../../../definition/expressions";
import { isObject } from "../../../definition/json";
import { behaviours } from "./behaviours";
import { EvaluationError } from "./errors";
import { evaluateExpression } from "./evaluate-expression";
import type { Scope } from "./scope";
import { jsonValue } from "./values/json-value";
import { textOf } from "./values/text-of";

/**
 * Evaluates every template in a JSON value, in strings however deep and in property names, giving the JSON value.
 * The result of an expression is not evaluated again. An Integer beyond 2^53 stays a bigint.
 *
 * @throws {ExpressionSyntaxError} for a string that is not a valid template
 * @throws {UnsupportedFunctionError} for a function that the emulator does not support
 * @throws {EvaluationError} for a wrong argument, or a property selected from null
 */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (typeof value === "string") return evaluateText(value, scope);
  if (Array.isArray(value)) return value.map((item) => evaluate(item, scope));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [evaluateName(name, scope), evaluate(item, scope)]),
  );
}

function evaluateText(text: string, scope: Scope): unknown {
  const template = parseTemplate(text);
  switch (template.kind) {
    case "text":
      return template.text;
    case "expression":
      return jsonValue(evaluateExpression(template.expression, scope));
    case "interpolation":
      return template.parts
        .map((part) => (typeof part === "string" ? part : textOf(evaluateExpression(part, scope))))
        .join("");
  }
}

function evaluateName(text: string, scope: Scope): string {
  const name = evaluateText(text, scope);
  if (typeof name !== "string")
    throw new EvaluationError(behaviours.nameIsNoText, "The expression in a property's name gives no string.");
  return name;
}
