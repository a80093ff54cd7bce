import { isObject } from "../../../definition/json";

/** Writes a condition with the operand of each `not` by itself, which may stand in a list. */
export function canonicalCondition(condition: unknown): unknown {
  if (Array.isArray(condition)) return condition.map(canonicalCondition);
  if (!isObject(condition)) return condition;
  return Object.fromEntries(
    Object.entries(condition).map(([operator, operands]) => [
      operator,
      operator === "and" || operator === "or" || operator === "not"
        ? canonicalCondition(operator === "not" ? onlyItem(operands) : operands)
        : operands,
    ]),
  );
}

function onlyItem(operands: unknown): unknown {
  return Array.isArray(operands) && operands.length === 1 ? (operands[0] as unknown) : operands;
}
