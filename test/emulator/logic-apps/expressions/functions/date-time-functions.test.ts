import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { evaluate } from "../../../../../emulator/logic-apps/expressions";
import { exampleScope } from "../example-scope";

const scope = exampleScope();

function results(cases: readonly (readonly [expression: string, expected: unknown])[]): void {
  for (const [expression, expected] of cases) assert.deepEqual(evaluate(`@${expression}`, scope), expected, expression);
}

describe("functions of date and time", () => {
  it("count ticks from the year 1", () => {
    results([
      ["ticks('0001-01-01T00:00:00Z')", 0],
      ["ticks('1970-01-01T00:00:00Z')", 621355968000000000n],
      ["ticks('1970-01-01T00:00:00.0000001Z')", 621355968000000001n],
      ["ticks('1970-01-01T01:00:00+01:00')", 621355968000000000n],
      ["ticks('1970-01-01T14:00:00+14:00')", 621355968000000000n],
      ["ticks('9999-12-31T23:59:59.9999999Z')", 3155378975999999999n],
    ]);
  });

  it("keep the fraction and what is known of the zone", () => {
    results([
      ["addDays('2024-02-28T23:59:59.1234567Z', 1)", "2024-02-29T23:59:59.1234567Z"],
      ["formatDateTime('2018-03-05T15:04:09Z', 's.FFF')", "9"],
      ["formatDateTime('2018-03-05T00:30:00Z', 'h tt')", "12 AM"],
      ["addDays('2023-02-28', 1)", "2023-03-01T00:00:00.0000000"],
      ["addSeconds('2018-03-15T00:00:00+02:00', 1)", "2018-03-14T22:00:01.0000000+00:00"],
      ["utcNow()", "2026-11-01T12:00:00.0000000Z"],
    ]);
  });

  it("add months and years, to the last day of a shorter month", () => {
    results([
      ["addToTime('2024-01-31', 1, 'Month', 'yyyy-MM-dd')", "2024-02-29"],
      ["addToTime('2023-01-31', 1, 'month', 'yyyy-MM-dd')", "2023-02-28"],
      ["addToTime('2024-02-29', 1, 'Year', 'yyyy-MM-dd')", "2025-02-28"],
      ["subtractFromTime('2024-01-15', 13, 'Month', 'yyyy-MM-dd')", "2022-12-15"],
      ["addToTime('2024-01-15', 2, 'Week', 'yyyy-MM-dd')", "2024-01-29"],
    ]);
  });

  it("give differences as a time span", () => {
    results([
      ["dateDifference('2018-01-02', '2018-01-01')", "-1.00:00:00"],
      ["dateDifference('2018-01-01T00:00:00Z', '2018-01-01T01:02:03.5Z')", "01:02:03.5000000"],
    ]);
  });

  it("format as .NET does", () => {
    const timestamp = "2018-03-05T15:04:09.1200000Z";
    for (const [format, expected] of [
      ["yy-M-d h:m:s", "18-3-5 3:4:9"],
      ["ddd dd MMM yyyy HH:mm:ss.fff", "Mon 05 Mar 2018 15:04:09.120"],
      ["hh:mm tt", "03:04 PM"],
      ["s.FFFF", "9.12"],
      ["FFFFFFF", "12"],
      ["yyyy'T'\\yK", "2018TyZ"],
      ["%d", "5"],
      ["zzz", "+00:00"],
      ["R", "Mon, 05 Mar 2018 15:04:09 GMT"],
      ["s", "2018-03-05T15:04:09"],
      ["G", "3/5/2018 3:04:09 PM"],
      ["o", "2018-03-05T15:04:09.1200000Z"],
    ] as const) {
      const expression = `@formatDateTime('${timestamp}', '${format.replaceAll("'", "''")}')`;
      assert.equal(evaluate(expression, scope), expected, format);
    }
  });

  it("agree with JavaScript's Date", () => {
    const date = fc.date({ min: new Date("0100-01-01"), max: new Date("9999-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.integer({ min: -86_400, max: 86_400 }), (start, seconds) => {
        const expected = new Date(start.getTime() + seconds * 1000).toISOString();
        const expression = `@addSeconds('${start.toISOString()}', ${seconds}, 'yyyy-MM-ddTHH:mm:ss.fffK')`;
        assert.equal(evaluate(expression, scope), expected);
      }),
    );
  });

  it("refuse what is not a timestamp, unit, format or time that can be", () => {
    for (const expression of [
      "ticks('yesterday')",
      "ticks('2018-02-30')",
      "ticks('2018-01-01T24:00:00Z')",
      "addDays('9999-12-31', 1)",
      "addDays('0001-01-01', -1)",
      "addDays('2018-01-01', 1.5)",
      "addToTime('0001-01-01', -1, 'Month')",
      "addToTime('2018-01-01', 1, 'Fortnight')",
      "addToTime('2018-01-01', 1, 'constructor')",
      "ticks('2018-01-01T00:00:00+14:01')",
      "ticks('2018-01-01T00:00:00+01:60')",
      "utcNow('x')",
      "utcNow('ffffffff')",
      "utcNow('''open')",
      "formatDateTime('2018-01-01', 'd', 'zz-zz-zz-zz')",
    ]) {
      assert.throws(() => evaluate(`@${expression}`, scope), { name: "EvaluationError" }, expression);
    }
  });

  it("refuse another culture's formats, rather than guess them", () => {
    for (const format of ["D", "dd/MM", "HH:mm", "tt"]) {
      const expression = `@formatDateTime('2018-01-01', '${format}', 'de-DE')`;
      assert.throws(() => evaluate(expression, scope), { name: "UnsupportedFunctionError" }, format);
    }
  });
});
