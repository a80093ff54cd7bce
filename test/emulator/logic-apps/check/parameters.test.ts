import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { refusals } from "./refusals";

const declared = (parameters: Readonly<Record<string, object>>, values = {}): readonly string[] =>
  refusals({ actions: {}, parameters, values });

describe("A parameter", () => {
  it("has a type that exists, in any case", () => {
    for (const [type, defaultValue] of [
      ["string", ""],
      ["SECURESTRING", ""],
      ["Int", 1],
      ["Float", 1.5],
      ["bool", false],
      ["Array", []],
      ["object", {}],
      ["SecureObject", {}],
    ] as const) {
      assert.deepEqual(declared({ p: { type, defaultValue } }), [], type);
    }
    const allowed = "String, SecureString, Int, Float, Bool, Array, Object, SecureObject";
    assert.deepEqual(declared({ p: { type: "Text", defaultValue: "" }, q: { defaultValue: "" } }), [
      `The parameter 'p' has the type 'Text'; allowed: ${allowed}.`,
      `The parameter 'q' has the type ''; allowed: ${allowed}.`,
    ]);
  });

  it("has a default and a value of that type, which the refusal does not show", () => {
    const wrong = { p: { value: ["s3cr3t"] } };
    assert.deepEqual(declared({ p: { type: "String", defaultValue: 5 } }, wrong), [
      "The parameter 'p' of type String has a defaultValue of another type: number.",
      "The parameter 'p' of type String has a value of another type: array.",
    ]);
    assert.deepEqual(declared({ p: { type: "Int", defaultValue: 1.5 } }), [
      "The parameter 'p' of type Int has a defaultValue of another type: number.",
    ]);
  });

  it("is declared once, whatever the case of its name", () => {
    const parameter = { type: "String", defaultValue: "" };
    assert.deepEqual(declared({ name: parameter, Name: parameter }), ["The parameter 'Name' is declared twice."]);
  });

  it("needs a defaultValue besides its value by the reading refused, and not by deploys", () => {
    const parts = { actions: {}, parameters: { p: { type: "String" } }, values: { p: { value: "x" } } };
    assert.deepEqual(refusals(parts, { parameterWithoutDefault: "deploys" }), []);
    assert.deepEqual(refusals(parts, { parameterWithoutDefault: "refused" }), [
      "The parameter 'p' has no defaultValue.",
    ]);
  });

  it("is one of at most 50", () => {
    const parameters = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, { type: "Int", defaultValue: 0 }]));
    assert.deepEqual(declared(parameters(50)), []);
    assert.deepEqual(declared(parameters(51)), ["The definition has 51 parameters; 50 are allowed."]);
  });
});
