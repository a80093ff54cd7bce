import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluate, isSupportedFunction } from "../../../../emulator/logic-apps/expressions";
import { defaultReadings } from "../../../../emulator/provenance";
import { exampleScope } from "./example-scope";

const scope = exampleScope({
  parameter: (name) =>
    ({
      object: { Name: "Sophia", name: "exact", Token: null, list: [1, 2] },
      text: "@{not evaluated()}",
      boolean: true,
      list: [1, "a", null],
    })[name] ?? null,
});

const failure = { name: "EvaluationError", code: "InvalidTemplate" };

describe("evaluate", () => {
  it("gives what holds no expression as it is", () => {
    const value = { text: "plain", number: 1.5, list: [null, true, { a: "" }], escaped: "@@{ref.id}" };
    assert.deepEqual(evaluate(value, scope), { ...value, escaped: "@{ref.id}" });
  });

  it("evaluates strings and names, however deep", () => {
    assert.deepEqual(evaluate({ a: [{ "x@{variables('numItems')}": "@variables('numItems')" }] }, scope), {
      a: [{ x20: 20 }],
    });
  });

  it("refuses a name that is not a string", () => {
    assert.throws(() => evaluate({ "@variables('numItems')": 1 }, scope), failure);
  });

  it("keeps the type of a whole expression, and gives text for an interpolation", () => {
    assert.equal(evaluate("@variables('numItems')", scope), 20);
    assert.equal(evaluate("@{variables('numItems')}", scope), "20");
    assert.equal(evaluate("[@{null}|@{parameters('boolean')}|@{1.5}|@{'x'}]", scope), "[|True|1.5|x]");
    assert.equal(evaluate("@{parameters('list')}", scope), '[1,"a",null]');
    assert.equal(evaluate("@{parameters('object')?['list']}", scope), "[1,2]");
  });

  it("does not evaluate what an expression gives", () => {
    assert.equal(evaluate("@parameters('text')", scope), "@{not evaluated()}");
    assert.equal(evaluate("a@{parameters('text')}", scope), "a@{not evaluated()}");
  });

  it("reads the run", () => {
    for (const [expression, expected] of [
      ["outputs('Get_user')['statusCode']", 200],
      ["actions('Get_user')['status']", "Succeeded"],
      ["triggerOutputs()['headers']['accept']", "*/*"],
      ["triggerBody()?['secretName']", "token"],
      ["trigger().name", "manual"],
      ["workflow().run.name", "08584"],
      ["result('Scope')[0]['status']", "Failed"],
      ["item().body", "current"],
      ["items('For_each')", "current of For_each"],
      ["iterationIndexes('Until')", 3],
    ] as const) {
      assert.equal(evaluate(`@${expression}`, scope), expected, expression);
    }
  });

  it("gives null for the body of an action or trigger that has no outputs", () => {
    const empty = exampleScope({ outputs: () => null, trigger: () => ({ name: "t" }) });
    for (const expression of ["body('a')", "outputs('a')", "triggerBody()", "triggerOutputs()"]) {
      assert.equal(evaluate(`@${expression}`, empty), null, expression);
    }
  });

  it("ignores the case of function names and properties, the exact name first", () => {
    assert.equal(evaluate("@PARAMETERS('object')['NAME']", scope), "Sophia");
    assert.equal(evaluate("@Parameters('object')['name']", scope), "exact");
    assert.equal(evaluate("@encodeURIComponent('a b')", scope), "a%20b");
  });

  it("gives null with ? for what is not there", () => {
    for (const expression of ["['x']", "['token']?['x']", "['token']?.x", "['list']?[2]", "['x']?['y']?['z']"]) {
      assert.equal(evaluate(`@parameters('object')?${expression}`, scope), null, expression);
    }
  });

  it("fails without ? for what is not there", () => {
    for (const expression of ["['x']", ".x", "['token']['x']", "['list'][2]", "['list'][-1]", "['constructor']"]) {
      assert.throws(() => evaluate(`@parameters('object')${expression}`, scope), failure, expression);
    }
  });

  it("fails even with ? for a property of a string, or a name in an array", () => {
    for (const expression of ["['name']?['x']", "['list']?['x']", "?[0]"]) {
      assert.throws(() => evaluate(`@parameters('object')${expression}`, scope), failure, expression);
    }
  });

  it("evaluates all arguments, also of the branch that if does not take", () => {
    assert.throws(() => evaluate("@if(true, 1, div(1, 0))", scope), failure);
    assert.throws(() => evaluate("@coalesce(1, div(1, 0))", scope), failure);
  });

  it("evaluates only what if gives, by the reading that says so", () => {
    const one = exampleScope({ readings: { ...defaultReadings, ifBranches: "one" } });
    assert.equal(evaluate("@if(true, 1, div(1, 0))", one), 1);
    assert.equal(evaluate("@IF(equals(1, 2), div(1, 0), 'no')", one), "no");
    assert.throws(() => evaluate("@if(true, div(1, 0), 1)", one), failure);
    assert.throws(() => evaluate("@if('true', 1, 2)", one), {
      ...failure,
      message: "The function 'if': expects its argument 1 to be a boolean; it is of type 'String'.",
    });
  });

  it("refuses a function that it does not know, by name", () => {
    for (const name of ["xpath", "guid", "convertToInteger", "toString", "constructor"]) {
      assert.equal(isSupportedFunction(name), false);
      assert.throws(() => evaluate(`@${name}()`, scope), { name: "UnsupportedFunctionError", functionName: name });
    }
    assert.equal(isSupportedFunction("TOLOWER"), true);
  });

  it("counts arguments", () => {
    for (const [expression, message] of [
      ["toLower()", "The function 'toLower' takes 1 arguments; it has 0."],
      ["and()", "The function 'and' takes 1 or more arguments; it has 0."],
      ["slice('a', 1, 2, 3)", "The function 'slice' takes 2 to 3 arguments; it has 4."],
    ] as const) {
      assert.throws(() => evaluate(`@${expression}`, scope), { ...failure, message });
    }
  });

  it("names function, position and type of a wrong argument", () => {
    assert.throws(() => evaluate("@startsWith('a', 5)", scope), {
      ...failure,
      functionName: "startsWith",
      message: "The function 'startsWith': expects its argument 2 to be a string; it is of type 'Integer'.",
    });
  });

  it("never shows a value in a failure's message", () => {
    // Short enough for a locale's private part, which Intl takes for a known locale.
    const secret = "s3cr3t";
    const holding = exampleScope({ parameter: () => ({ [secret]: secret }), variable: () => secret });
    for (const expression of [
      "int(variables('x'))",
      "json(variables('x'))",
      "bool(variables('x'))",
      "float(variables('x'))",
      "float('1', variables('x'))",
      "ticks(variables('x'))",
      "utcNow(concat('''', variables('x')))",
      "formatNumber(1, variables('x'))",
      "formatNumber(1, 'C', concat('en-x-', variables('x')))",
      "formatDateTime('2018-01-01', 'D', concat('en-x-', variables('x')))",
      "addToTime('2018-01-01', 1, variables('x'))",
      "base64ToString(variables('x'))",
      "dataUriToString(variables('x'))",
      "uriHost(variables('x'))",
      "variables('x')['a']",
      "parameters('x')[variables('y')]['z']",
      "parameters('x')['a']",
      "trigger()[variables('x')]",
      "createArray(1)[variables('x')]",
      "add(variables('x'), 1)",
      "not(parameters('x'))",
      "substring(variables('x'), 100, 1)",
      "addProperty(parameters('x'), variables('x'), 1)",
    ]) {
      assert.throws(
        () => evaluate(`@${expression}`, holding),
        (error) => {
          assert(error instanceof Error);
          assert(["EvaluationError", "UnsupportedFunctionError"].includes(error.name), `${expression}: ${error.name}`);
          assert(!`${error.message}${String(error.cause)}`.includes(secret), expression);
          return true;
        },
      );
    }
  });
});
