import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { evaluate } from "../../../../../emulator/logic-apps/expressions";
import { defaultReadings } from "../../../../../emulator/provenance";
import { exampleScope } from "../example-scope";

const scope = exampleScope();
const failure = { name: "EvaluationError", code: "InvalidTemplate" };

function results(cases: readonly (readonly [expression: string, expected: unknown])[]): void {
  for (const [expression, expected] of cases) assert.deepEqual(evaluate(`@${expression}`, scope), expected, expression);
}

describe("numbers in expressions", () => {
  it("keeps Floats and Integers apart through a calculation", () => {
    results([
      ["div(mul(1.5, 2), 2)", 1.5],
      ["div(float('5'), 2)", 2.5],
      ["div(max(5.0, 3), 2)", 2.5],
      ["div(7, 2)", 3],
      ["div(-7, 2)", -3],
      ["div(first(createArray(5.0)), 2)", 2.5],
      ["equals(5.0, 5)", true],
    ]);
  });

  it("is exact beyond 2^53, and gives a number where one is exact", () => {
    results([
      ["add(9007199254740992, 1)", 9007199254740993n],
      ["sub(add(9007199254740992, 1), 9007199254740992)", 1],
      ["string(9007199254740993)", "9007199254740993"],
      ["createArray(int('9007199254740993'), 1)", [9007199254740993n, 1]],
      ["createArray(int('5'), 5.0)", [5, 5]],
      ["setProperty(json('{}'), 'a', createArray(int('5')))", { a: [5] }],
      ["concat('', createArray(9007199254740993))", "[9007199254740993]"],
      ["greater(9007199254740993, 9007199254740992)", true],
      ["equals(9007199254740993, 9007199254740992)", false],
      ["min(9007199254740993, 1.5)", 1.5],
    ]);
  });

  it("calculates Unix time from ticks", () => {
    const unix = "div(sub(ticks(addSeconds(utcNow(), 3600)), ticks('1970-01-01T00:00:00Z')), 10000000)";
    assert.equal(evaluate(`@${unix}`, scope), Date.UTC(2026, 10, 1, 13) / 1000);
  });

  it("calculates with Integers of 64 bits as bigint does, and refuses more", () => {
    const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(
        integer,
        integer,
        fc.constantFrom("add" as const, "sub" as const, "mul" as const),
        (left, right, name) => {
          const exact = { add: left + right, sub: left - right, mul: left * right }[name];
          const expression = `@string(${name}(${left.toString()}, ${right.toString()}))`;
          if (BigInt.asIntN(64, exact) === exact) assert.equal(evaluate(expression, scope), exact.toString());
          else assert.throws(() => evaluate(expression, scope), failure);
        },
      ),
    );
  });

  it("refuses what is not a calculation", () => {
    for (const expression of [
      "div(1, 0)",
      "mod(1, 0)",
      "div(1.5, 0)",
      "add('1', 1)",
      "add(null, 1)",
      "mul(1e300, 1e300)",
      "max(createArray('a'))",
      "int('1.5')",
      "int(1.5)",
      "int('9223372036854775808')",
      "int('')",
      "float('1,0,,-+')",
      "float('x')",
      "float('1.2.3')",
      "float('1', 'no-such-locale-')",
      "range(1, 0)",
      "greater(1, 'a')",
      "greater(null, 1)",
    ]) {
      assert.throws(() => evaluate(`@${expression}`, scope), failure, expression);
    }
  });

  it("makes of a Float what the reading intOfFloat says", () => {
    assert.throws(() => evaluate("@int(3599.0)", scope), failure);
    const truncating = exampleScope({ readings: { ...defaultReadings, intOfFloat: "truncates" } });
    for (const [expression, expected] of [
      ["int(3599.0)", 3599],
      ["int(-1.5)", -1],
      ["int('10')", 10],
    ] as const) {
      assert.equal(evaluate(`@${expression}`, truncating), expected, expression);
    }
    assert.throws(() => evaluate("@int(null)", truncating), failure);
  });

  it("reads the texts of numbers that the reference shows, and knows those that are none", () => {
    results([
      ["int('-10')", -10],
      ["isInt('-10')", true],
      ["isInt('')", false],
      ["isInt('x1')", false],
      ["isInt('1.5')", false],
      ["isFloat('-1,234.5')", true],
      ["isFloat('1.2.3')", false],
      ["isFloat('+1-')", false],
      ["isFloat('')", false],
      ["string(1.25)", "1.25"],
    ]);
  });

  it("refuses by name the texts of numbers that no document explains", () => {
    for (const [name, expressions] of [
      ["int", ["int(' 10 ')", "int('+10')", "int('1,000')", "int('1e3')", "int('10.0')"]],
      ["isInt", ["isInt(' 10')", "isInt('+10')", "isInt('1,000')", "isInt('10.0')", "isInt('9223372036854775808')"]],
      ["float", ["float('1e400')", "float(' 1')", "float('NaN')"]],
      ["isFloat", ["isFloat('1e5')", "isFloat('(1)')", "isFloat('$1')", "isFloat('Infinity')"]],
      ["string", ["string(5.0)", "concat('', 5.0)", "string(createArray(1e300))", "string(add(0.1, 0.2))"]],
    ] as const) {
      for (const expression of expressions) {
        const refusal = { name: "UnsupportedFunctionError", functionName: name };
        assert.throws(() => evaluate(`@${expression}`, scope), refusal, expression);
      }
    }
  });

  it("formats numbers", () => {
    results([
      ["formatNumber(5, '000')", "005"],
      ["formatNumber(1234.5, 'N2')", "1,234.50"],
      ["formatNumber(1234.5, 'F1')", "1234.5"],
      ["formatNumber(7, 'D3')", "007"],
      ["formatNumber(1.5, '0.###')", "1.5"],
      ["formatNumber(7, 'D21')", "000000000000000000007"],
      ["formatNumber(1.5, 'F20')", "1.50000000000000000000"],
    ]);
    for (const expression of [
      "formatNumber(1, 'X')",
      "formatNumber(1, 'P')",
      "formatNumber(17.35, 'C2', 'is-IS')",
      "formatNumber(1, 'D22')",
      "formatNumber(1, 'N21')",
      `formatNumber(1, '${"0".repeat(22)}')`,
      `formatNumber(1, '0.${"#".repeat(21)}')`,
    ]) {
      assert.throws(() => evaluate(`@${expression}`, scope), { name: "UnsupportedFunctionError" }, expression);
    }
  });
});
