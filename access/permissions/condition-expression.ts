import { asObject } from "../../definition";
import type { Expression } from "../../definition/expressions";
import { parseTemplate } from "../../definition/expressions";

/** A condition of an If, in either form, as one expression; undefined for what cannot be read. */
export function toExpression(condition: unknown): Expression | undefined {
  if (typeof condition === "string") return textExpression(condition);
  if (typeof condition === "boolean" || typeof condition === "number") return { kind: "literal", value: condition };
  const [[name, operands] = ["", undefined]] = Object.entries(asObject(condition));
  if (Array.isArray(condition)) return listOf("createArray", condition as unknown[]);
  if (Array.isArray(operands)) return listOf(name, operands as unknown[]);
  return name === "not" ? listOf(name, [operands]) : undefined;
}

function textExpression(text: string): Expression {
  const template = parseTemplate(text);
  switch (template.kind) {
    case "text":
      return { kind: "literal", value: template.text };
    case "expression":
      return template.expression;
    case "interpolation": {
      const parts = template.parts.map((part) =>
        typeof part === "string" ? ({ kind: "literal", value: part } as const) : part,
      );
      return { kind: "call", name: parts.length === 1 ? "string" : "concat", arguments: parts };
    }
  }
}

/** An operand that cannot be read stands as one that only the run tells. */
function listOf(name: string, operands: readonly unknown[]): Expression {
  const unread = { kind: "call", name: "unread", arguments: [] } as const;
  return { kind: "call", name, arguments: operands.map((operand) => toExpression(operand) ?? unread) };
}
