import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { ExpressionSyntaxError, parseExpression, parseTemplate } from "../../../definition/expressions";

describe("parseTemplate", () => {
  for (const [text, meaning] of [
    ["", ""],
    ["plain", "plain"],
    ["someone@example.com", "someone@example.com"],
    ["@", "@"],
    ["@@x", "@x"],
    ["@@", "@"],
    ["@@{ref.id}", "@{ref.id}"],
    ["@@x and @{y()}", "@x and @{y()}"],
    ["to @@{ref.id}!", "to @{ref.id}!"],
    ["a@@b", "a@@b"],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as the text ${JSON.stringify(meaning)}`, () => {
      assert.deepEqual(parseTemplate(text), { kind: "text", text: meaning });
    });
  }

  it("takes expressions of 8,192 characters, and refuses longer ones", () => {
    const longest = `f('${"x".repeat(8187)}')`;
    for (const text of [`@${longest}`, `@{${longest}}@{${longest}}`]) parseTemplate(text);
    for (const [text, position] of [
      [`@${longest} `, 1],
      [`ab@{${longest} }`, 4],
    ] as const) {
      assert.throws(() => parseTemplate(text), {
        name: "ExpressionTooLongError",
        problem: "An expression has 8193 characters, and at most 8192 are allowed",
        position,
      });
    }
  });

  it("reads a leading @ as one whole expression", () => {
    assert.deepEqual(parseTemplate("@f('}')"), { kind: "expression", expression: parseExpression("f('}')") });
  });

  it("reads the parts of an interpolation", () => {
    assert.deepEqual(parseTemplate("/secrets/@{f('}''{')}/@@{x}@{ g() }@{h()}"), {
      kind: "interpolation",
      parts: ["/secrets/", parseExpression("f('}''{')"), "/@{x}", parseExpression("g()"), parseExpression("h()")],
    });
  });

  it("keeps a single interpolation apart from a whole expression", () => {
    assert.deepEqual(parseTemplate("@{f()}"), { kind: "interpolation", parts: [parseExpression("f()")] });
  });

  for (const [text, position] of [
    ["@f(", 3],
    ["@f() x", 5],
    ["a @{f()", 7],
    ["a @{f() b}", 8],
    ["@{}", 2],
    ["@{f('}", 4],
  ] as const) {
    it(`refuses ${text} with the place in the whole text`, () => {
      assert.throws(() => parseTemplate(text), { name: "ExpressionSyntaxError", position });
    });
  }

  it("finds a string again that was written as a literal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const quoted = `'${value.replaceAll("'", "''")}'`;
        assert.deepEqual(parseTemplate(`@${quoted}`), {
          kind: "expression",
          expression: { kind: "literal", value },
        });
        assert.deepEqual(parseTemplate(`a@{${quoted}}`), {
          kind: "interpolation",
          parts: ["a", { kind: "literal", value }],
        });
      }),
    );
  });

  it("reads every integer as it was written", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (integer) => {
        const expression = parseExpression(integer.toString());
        assert.equal(expression.kind === "literal" && BigInt(expression.value ?? 0), integer);
      }),
    );
  });

  it("throws nothing but ExpressionSyntaxError, whatever the text", () => {
    const piece = fc.constantFrom(
      "@",
      "{",
      "}",
      "(",
      ")",
      "[",
      "]",
      "?",
      ".",
      ",",
      "'",
      '"',
      " ",
      "-",
      "1",
      "e",
      "f",
      "true",
      "@{",
      "@@",
      "f(",
      "\n",
      "ü",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        try {
          parseTemplate(candidate);
        } catch (error) {
          assert(error instanceof ExpressionSyntaxError);
          assert(error.position >= 0 && error.position <= candidate.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("parses 100,000 strings in less than 2 seconds", () => {
    const start = performance.now();
    for (let index = 0; index < 50_000; index += 1) {
      parseTemplate("@parameters('$connections')['keyvaultsecrets']?['connectionId']");
      parseTemplate("/secrets/@{encodeURIComponent('name')}");
    }
    assert(performance.now() - start < 2000);
  });
});
