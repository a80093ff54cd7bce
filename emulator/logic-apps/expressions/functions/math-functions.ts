import { isInteger64, type Numeric, valueOf } from "../values/number";
import { Arguments } from "./arguments";
import type { FunctionGroup, WorkflowFunction } from "./workflow-function";

export const mathFunctions: FunctionGroup = {
  add: arithmetic({ integers: (left, right) => left + right, floats: (left, right) => left + right }),
  sub: arithmetic({ integers: (left, right) => left - right, floats: (left, right) => left - right }),
  mul: arithmetic({ integers: (left, right) => left * right, floats: (left, right) => left * right }),
  div: arithmetic({ integers: (left, right) => left / right, floats: (left, right) => left / right, divides: true }),
  mod: arithmetic({ integers: (left, right) => left % right, floats: (left, right) => left % right, divides: true }),
  max: { takes: [1, Infinity], call: (given) => extreme(given, 1) },
  min: { takes: [1, Infinity], call: (given) => extreme(given, -1) },
  range: { takes: [2, 2], call: range },
};

interface Operation {
  readonly integers: (left: bigint, right: bigint) => bigint;
  readonly floats: (left: number, right: number) => number;
  readonly divides?: boolean;
}

/** Two Integers give an Integer (of 64 bits); with a Float among them, the result is a Float. */
function arithmetic({ integers, floats, divides = false }: Operation): WorkflowFunction {
  return {
    takes: [2, 2],
    call(given) {
      const [left, right] = [given.number(0), given.number(1)];
      if (divides && Number(right) === 0) throw given.failure("argument 2 is zero, which nothing can be divided by");
      const both = typeof left === "bigint" && typeof right === "bigint";
      return checked(given, both ? integers(left, right) : floats(Number(left), Number(right)));
    },
  };
}

function checked(given: Arguments, result: Numeric): unknown {
  if (typeof result === "bigint" ? !isInteger64(result) : !Number.isFinite(result)) {
    throw given.failure("the result is too large");
  }
  return valueOf(result);
}

function extreme(given: Arguments, sign: 1 | -1): unknown {
  const isOneArray = given.values.length === 1 && Array.isArray(given.values[0]);
  const numbers = isOneArray ? new Arguments(given.functionName, given.list(0)) : given;
  if (!numbers.has(0)) throw given.failure("its array is empty");
  let best = numbers.number(0);
  for (const index of numbers.values.keys()) {
    const number = numbers.number(index);
    if (sign > 0 ? number > best : number < best) best = number;
  }
  return valueOf(best);
}

function range(given: Arguments): unknown {
  const [start, count] = [given.index(0), given.index(1)];
  if (count < 1 || count > 100_000) throw given.failure("argument 2 is outside 1 to 100000");
  if (start + count > 2_147_483_647) throw given.failure("the range goes beyond 2147483647");
  return Array.from({ length: count }, (_, index) => start + index);
}
