import type { Expression } from "./expression";
import { parseTemplate } from "./parse-template";

/** An expression and its position in a JSON value. */
export interface PlacedExpression {
  /** Property names and indexes from the value down; for an expression in a name, the path ends with that name. */
  readonly path: readonly (string | number)[];
  readonly expression: Expression;
}

/**
 * Lists the expressions in the strings and property names of a JSON value, with their paths, in document order.
 *
 * @throws {ExpressionSyntaxError} if a string of the value is not a valid template
 */
export function expressionsIn(value: unknown): readonly PlacedExpression[] {
  const found: PlacedExpression[] = [];
  collect(value, [], found);
  return found;
}

function collect(value: unknown, path: readonly (string | number)[], found: PlacedExpression[]): void {
  if (typeof value === "string") {
    for (const expression of expressionsOf(value)) found.push({ path, expression });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, [...path, index], found);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      for (const expression of expressionsOf(name)) found.push({ path: [...path, name], expression });
      collect(item, [...path, name], found);
    }
  }
}

function expressionsOf(text: string): readonly Expression[] {
  if (!text.includes("@")) return [];
  const template = parseTemplate(text);
  switch (template.kind) {
    case "text":
      return [];
    case "expression":
      return [template.expression];
    case "interpolation":
      return template.parts.filter((part) => typeof part !== "string");
  }
}
