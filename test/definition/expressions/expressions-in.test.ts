import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { callsIn, ExpressionSyntaxError, expressionsIn, parseExpression } from "../../../definition/expressions";

describe("callsIn", () => {
  it("gives every call, innermost last", () => {
    const expression = parseExpression("concat(body('a')?[item()], 'x', toLower(trim('y')))");
    assert.deepEqual(
      callsIn(expression).map(({ name }) => name),
      ["concat", "body", "item", "toLower", "trim"],
    );
  });

  it("gives none for a literal", () => {
    assert.deepEqual(callsIn(parseExpression("'f()'")), []);
  });
});

describe("expressionsIn", () => {
  it("finds expressions in strings, lists and names, with their paths", () => {
    const found = expressionsIn({
      plain: "text",
      escaped: "@@f()",
      uri: "@{a()}/@{b()}",
      list: [1, null, true, { deep: "@c()" }],
      "@{d()}": "@e()",
    });
    assert.deepEqual(found, [
      { path: ["uri"], expression: parseExpression("a()") },
      { path: ["uri"], expression: parseExpression("b()") },
      { path: ["list", 3, "deep"], expression: parseExpression("c()") },
      { path: ["@{d()}"], expression: parseExpression("d()") },
      { path: ["@{d()}"], expression: parseExpression("e()") },
    ]);
  });

  it("finds none where there is none", () => {
    for (const value of ["", 1, null, undefined, [], {}, { a: ["b"] }]) assert.deepEqual(expressionsIn(value), []);
  });

  it("refuses a string that is no valid template", () => {
    assert.throws(() => expressionsIn({ a: ["@f("] }), ExpressionSyntaxError);
  });
});
