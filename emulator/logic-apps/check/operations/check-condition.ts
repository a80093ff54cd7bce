import { asList, asObject, isObject } from "../../../../definition/json";
import { comparisons, connectives } from "../../run";
import { behaviours, problem } from "../behaviours";

/** Lists the problems of an If's condition: an expression, or one operator around operands. */
export function checkCondition(where: string, condition: unknown): string[] {
  if (typeof condition === "string") return [];
  const entries = Object.entries(asObject(condition));
  const [operator = "", operands] = entries[0] ?? [];
  if (!isObject(condition) || entries.length !== 1) {
    return [problem(behaviours.invalidCondition, `${where} has a condition that is not one operator.`)];
  }
  if (connectives.includes(operator)) {
    const inner = operator === "not" ? [operands] : asList(operands);
    return inner.flatMap((part) => checkCondition(where, part));
  }
  if (!comparisons.includes(operator)) {
    const allowed = [...connectives, ...comparisons].join(", ");
    const text = `${where} has the condition operator '${operator}'; allowed: ${allowed}.`;
    return [problem(behaviours.invalidCondition, text)];
  }
  if (asList(operands).length === 2) return [];
  return [
    problem(behaviours.invalidCondition, `${where} has the condition operator '${operator}' without two operands.`),
  ];
}
