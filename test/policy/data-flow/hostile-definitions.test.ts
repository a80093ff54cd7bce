import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { findExposures } from "../../../policy/data-flow";

const get = { type: "Http", inputs: { method: "GET", uri: "https://shop.vault.azure.net/secrets/key" } };

function exposed(definition: unknown): number {
  return findExposures(definition, new Map()).exposures.length;
}

describe("findExposures, on a hostile definition", () => {
  it("reads any JSON without an error", () => {
    const names = fc.constantFrom("actions", "triggers", "outputs", "inputs", "type", "A", "B", "expression", "body");
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("@body('A')", "@{outputs('B')}", "@", "@{", "Http", "Compose", "Foreach", "@item()", "@action()"),
    );
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "medium" },
        text,
        fc.constant(null),
        fc.integer(),
        fc.array(tie("any")),
        tie("object"),
      ),
      object: fc.dictionary(names, tie("any")),
    }));
    fc.assert(
      fc.property(any, (definition) => {
        assert.equal(typeof exposed(definition), "number");
      }),
    );
    for (const odd of [undefined, null, 1, "", [], Symbol("unknown"), { actions: [], triggers: 1, outputs: null }]) {
      assert.equal(exposed(odd), 0);
    }
  });

  it("ends on cycles", () => {
    const compose = (inputs: unknown): object => ({ type: "Compose", inputs });
    assert.equal(exposed({ actions: { A: compose("@outputs('B')"), B: compose("@outputs('A')") } }), 0);
    const growing = {
      Get: get,
      A: compose("@setProperty(outputs('B'), 'x', outputs('A'))"),
      B: compose("@coalesce(outputs('A'), body('B'), body('Get'))"),
    };
    assert.equal(exposed({ actions: growing }), 3);
  });

  it("follows a secret along 10,000 actions, written from the last to the first", () => {
    const last = 10_000;
    const chain = Array.from({ length: last }, (_, index): [string, object] => [
      `A${last - index}`,
      { type: "Compose", inputs: index === last - 1 ? "@body('Get')" : `@outputs('A${last - index - 1}')` },
    ]);
    assert.equal(exposed({ actions: { ...Object.fromEntries(chain), Get: get } }), last + 1);
  });

  it("is not slowed by many readers of many writers", () => {
    const each = (make: (index: number) => object, prefix: string): object =>
      Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`${prefix}${index}`, make(index)]));
    const actions = {
      S: { type: "Scope", actions: each(() => get, "Get") },
      ...each(
        (index) => ({ type: "SetVariable", inputs: { name: "v", value: `@body('Get${index}')['value']` } }),
        "Set",
      ),
      ...each(() => ({ type: "Http", inputs: { body: "@concat(result('S'), variables('v'))" } }), "Send"),
    };
    // Every sender also answers what it may repeat.
    assert.equal(exposed({ actions }), 20_000);
  });

  it("reads actions that nest 100 deep", () => {
    let actions: object = { Get: get, Inner: { type: "Compose", inputs: "@body('Get')" } };
    for (let depth = 0; depth < 100; depth += 1) actions = { [`S${depth}`]: { type: "Scope", actions } };
    assert.equal(exposed({ actions }), 2);
  });

  it("reads values that nest 5,000 deep", () => {
    let body: unknown = "@body('Get')";
    for (let depth = 0; depth < 5000; depth += 1) body = [body];
    assert.equal(exposed({ actions: { Get: get, Send: { type: "Http", inputs: { body } } } }), 2);
  });
});
