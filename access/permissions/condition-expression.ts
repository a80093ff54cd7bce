import { asObject } from "../../definition";
import type { Expression } from "../../definition/expressions";
import { expressionOf } from "./guards";

/** A condition of an If, in either form, as one expression; undefined for what cannot be read. */
export function toExpression(condition: unknown): Expression | undefined {
  if (typeof condition === "string") return expressionOf(condition) ?? { kind: "literal", value: condition };
  if (typeof condition === "boolean" || typeof condition === "number") return { kind: "literal", value: condition };
  const [[name, operands] = ["", undefined]] = Object.entries(asObject(condition));
  if (Array.isArray(condition)) return listOf("createArray", condition as unknown[]);
  return Array.isArray(operands) ? listOf(name, operands as unknown[]) : undefined;
}

/** An operand that cannot be read stands as one that limits nothing. */
function listOf(name: string, operands: readonly unknown[]): Expression {
  const given = operands.map((operand) => toExpression(operand) ?? { kind: "literal" as const, value: null });
  return { kind: "call", name, arguments: given };
}
