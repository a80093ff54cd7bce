import { deepEquals } from "../values/equality";
import type { Arguments } from "./arguments";
import { compare } from "./compare";
import type { FunctionGroup } from "./workflow-function";

export const logicalFunctions: FunctionGroup = {
  and: { takes: [1, Infinity], call: (given) => booleans(given).every(Boolean) },
  or: { takes: [1, Infinity], call: (given) => booleans(given).some(Boolean) },
  not: { takes: [1, 1], call: (given) => !given.boolean(0) },
  if: { takes: [3, 3], call: (given) => (given.boolean(0) ? given.values[1] : given.values[2]) },
  equals: {
    takes: [2, 2],
    call: ({ values: [left, right] }) => deepEquals(booleanAsNumber(left), booleanAsNumber(right)),
  },
  greater: { takes: [2, 2], call: (given) => compare(given, 0, 1) > 0 },
  greaterOrEquals: { takes: [2, 2], call: (given) => compare(given, 0, 1) >= 0 },
  less: { takes: [2, 2], call: (given) => compare(given, 0, 1) < 0 },
  lessOrEquals: { takes: [2, 2], call: (given) => compare(given, 0, 1) <= 0 },
};

function booleans(given: Arguments): readonly boolean[] {
  return given.values.map((_, index) => given.boolean(index));
}

/** `equals(true, 1)` is true, by the reference. */
function booleanAsNumber(value: unknown): unknown {
  return typeof value === "boolean" ? Number(value) : value;
}
