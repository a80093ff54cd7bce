import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Expression, ExpressionSyntaxError, parseExpression } from "../../../definition/expressions";

function literal(value: string | number | bigint | boolean | null): Expression {
  return { kind: "literal", value };
}

function call(name: string, ...parameters: Expression[]): Expression {
  return { kind: "call", name, arguments: parameters };
}

describe("parseExpression", () => {
  it("reads literals", () => {
    assert.deepEqual(
      parseExpression("f('it''s', '', 12, -5, +5, true, FALSE, Null)"),
      call(
        "f",
        literal("it's"),
        literal(""),
        literal(12),
        literal(-5),
        literal(5),
        literal(true),
        literal(false),
        literal(null),
      ),
    );
  });

  it("keeps integers beyond 2^53 exact", () => {
    assert.deepEqual(parseExpression("621355968000000001"), literal(621355968000000001n));
    assert.deepEqual(parseExpression("-9007199254740993"), literal(-9007199254740993n));
    assert.deepEqual(parseExpression("9007199254740991"), literal(9007199254740991));
  });

  it("marks numbers written with a point or an exponent as Floats", () => {
    for (const [text, value] of [
      ["5.0", 5],
      [".3", 0.3],
      ["-1.5", -1.5],
      ["2e3", 2000],
      ["5.", 5],
    ] as const) {
      assert.deepEqual(parseExpression(text), { kind: "literal", value, float: true }, text);
    }
  });

  it("reads calls within calls, with any whitespace", () => {
    assert.deepEqual(parseExpression(" concat ( 'a' ,\n\tutcNow( ) ) "), call("concat", literal("a"), call("utcNow")));
  });

  it("reads property access in every form", () => {
    const body = call("triggerBody");
    for (const [text, property, optional] of [
      ["triggerBody().x-y", literal("x-y"), false],
      ["triggerBody()?.x", literal("x"), true],
      ["triggerBody()['a.b']", literal("a.b"), false],
      ["triggerBody()?['x']", literal("x"), true],
      ["triggerBody()[0]", literal(0), false],
      ["triggerBody()[item()]", call("item"), false],
    ] as const) {
      assert.deepEqual(parseExpression(text), { kind: "property", of: body, property, optional }, text);
    }
  });

  it("chains property access from the inside out", () => {
    const outputs: Expression = {
      kind: "property",
      of: call("trigger"),
      property: literal("outputs"),
      optional: false,
    };
    assert.deepEqual(parseExpression("trigger().outputs?['body']"), {
      kind: "property",
      of: outputs,
      property: literal("body"),
      optional: true,
    });
  });

  for (const [text, position, problem] of [
    ["", 0, "Expected a value or a function"],
    ["f(", 2, "Expected a value or a function"],
    ["f('a'", 5, 'Expected ")" after a function\'s arguments'],
    ["f(,)", 2, "Expected a value or a function"],
    ["f", 1, 'Expected "(" after a function\'s name'],
    ["f() g()", 4, "Expected the end of the expression"],
    ["f()?", 4, 'Expected "." or "[" after "?"'],
    ["f().", 4, "Expected a property's name"],
    ["f()['a'", 7, 'Expected "]" after a property'],
    ["'a", 0, "A string has no closing quote"],
    ["'a'''", 0, undefined],
    ["'a'[0]", 3, "Expected the end of the expression"],
    ['f("a")', 2, "A string stands in single quotes, not in double quotes"],
    ["12ab", 0, "A number is followed by something else"],
    ["1e999", 0, "A number is too large"],
    ["f(@g())", 2, 'Unexpected "@"'],
    ["f({})", 2, 'Unexpected "{"'],
  ] as const) {
    if (problem === undefined) {
      it(`takes ${text}`, () => {
        assert.deepEqual(parseExpression(text), literal("a'"));
      });
      continue;
    }
    it(`refuses ${text === "" ? "nothing" : text}`, () => {
      assert.throws(() => parseExpression(text), { name: "ExpressionSyntaxError", problem, position });
    });
  }

  it("takes expressions 200 deep, and long ones", () => {
    assert.equal(parseExpression("f(".repeat(200) + ")".repeat(200)).kind, "call");
    const many = parseExpression(`concat(${"'x', ".repeat(20_000)}'x')`);
    assert.equal(many.kind === "call" && many.arguments.length, 20_001);
    assert.deepEqual(parseExpression(`'${"x".repeat(1_000_000)}'`), literal("x".repeat(1_000_000)));
  });

  for (const [what, text] of [
    ["calls", "f(".repeat(100_000)],
    ["property access", `f()${".a".repeat(100_000)}`],
    ["indexes", "f()[".repeat(100_000)],
    ["calls with property access", "f(".repeat(200) + `x()${".a".repeat(200)}`],
  ] as const) {
    it(`refuses ${what} nested more than 256 deep`, () => {
      assert.throws(() => parseExpression(text), ExpressionSyntaxError);
    });
  }

  it("shows at most 80 characters of the text, around the place", () => {
    const text = `concat('${"a".repeat(500)}', !!, '${"b".repeat(500)}')`;
    assert.throws(
      () => parseExpression(text),
      (error) => {
        assert(error instanceof ExpressionSyntaxError);
        assert.equal(error.excerpt.length, 80);
        assert.match(error.excerpt, /a', !!, 'b/);
        assert.equal(text.slice(error.position, error.position + 1), ",");
        return true;
      },
    );
  });
});
