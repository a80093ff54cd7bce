import { isDecidedKey, keyOf } from "../undecided";
import type { TemplateFunction } from "./template-function";
import { asInteger, sameValue, strictTable, undecidedCall } from "./template-function";

/**
 * Functions that compare and count. An undecided value is the same as itself.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical
 */
export const logicFunctions: Readonly<Record<string, TemplateFunction>> = {
  true: () => true,
  false: () => false,
  null: () => null,
  and: (given) => (given.includes(false) ? false : decideAll("and", given, true)),
  or: (given) => (given.includes(true) ? true : decideAll("or", given, false)),
  not: ([value]) => (typeof value === "boolean" ? !value : undecidedCall("not", [value])),
  equals: ([a, b]) => {
    if (sameValue(a, b)) return true;
    return isUndecided(a) || isUndecided(b) ? undecidedCall("equals", [a, b]) : false;
  },
  ...strictTable({
    less: ([a, b]) => compare(a, b, (order) => order < 0),
    lessorequals: ([a, b]) => compare(a, b, (order) => order <= 0),
    greater: ([a, b]) => compare(a, b, (order) => order > 0),
    greaterorequals: ([a, b]) => compare(a, b, (order) => order >= 0),
    add: (given) => calculate(given, (a, b) => a + b),
    sub: (given) => calculate(given, (a, b) => a - b),
    mul: (given) => calculate(given, (a, b) => a * b),
    div: (given) => calculate(given, (a, b) => (b === 0 ? undefined : Math.trunc(a / b))),
    mod: (given) => calculate(given, (a, b) => (b === 0 ? undefined : a % b)),
  }),
};

function isUndecided(value: unknown): boolean {
  return !isDecidedKey(keyOf(value));
}

function decideAll(name: string, given: readonly unknown[], expected: boolean): unknown {
  return given.every((value) => value === expected) ? expected : undecidedCall(name, given);
}

function compare(a: unknown, b: unknown, holds: (order: number) => boolean): boolean | undefined {
  if (typeof a === "number" && typeof b === "number") return holds(a - b);
  return typeof a === "string" && typeof b === "string" ? holds(a < b ? -1 : a > b ? 1 : 0) : undefined;
}

function calculate(
  [a, b]: readonly unknown[],
  operation: (a: number, b: number) => number | undefined,
): number | undefined {
  const [left, right] = [asInteger(a), asInteger(b)];
  return left === undefined || right === undefined ? undefined : operation(left, right);
}
