import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { asObject } from "../../../definition";
import { ourStack } from "../our-stack";
import { evaluateRules } from "./evaluate-rules";

type Json = Record<string, unknown>;

/** A value in a JSON tree, by its path. */
function at(value: unknown, ...path: (string | number)[]): Json {
  const found = path.reduce<unknown>((within, name) => (within as Json)[name], value);
  assert.ok(typeof found === "object" && found !== null, path.join("."));
  return found as Json;
}

const relay = ["resources", 0, "properties"] as const;
const refresh = ["resources", 3] as const;
const refreshUrn = ourStack(1).resources[3]?.urn ?? "";
const refreshActions = [...refresh, "properties", "definition", "actions"] as const;

describe("the rules about definitions, with stacks that are not as they should be,", () => {
  it("leave open what is unknown, and find what is wrong beside it", () => {
    const unknown = Symbol("unknown");
    const stack = ourStack(1);
    at(stack, ...relay).definition = unknown;
    at(stack, ...refresh, "properties", "parameters").vaultUri = unknown;
    delete at(stack, ...refreshActions, "Request_token").runtimeConfiguration;
    at(stack, ...refreshActions, "Request_token", "inputs").uri = unknown;
    const { findings, undecided } = evaluateRules(stack);
    assert.deepEqual(
      findings.map(({ rule, urn, path }) => `${rule} ${urn} ${path}`),
      ["inputs.body", "outputs"].map((path) => `hidden-tokens ${refreshUrn} definition.actions.Request_token.${path}`),
    );
    const rules = "written-secret-names hidden-tokens no-credentials secure-parameters https-and-audience".split(" ");
    assert.deepEqual(
      undecided.filter(({ urn }) => urn === "relay").map(({ rule, path }) => `${rule} ${path}`),
      rules.map((rule) => `${rule} definition`),
    );
    assert.deepEqual(
      undecided.filter(({ urn }) => urn === refreshUrn).map(({ rule, path }) => `${rule} ${path}`),
      [
        "hidden-tokens definition.actions.Request_token.inputs.uri",
        ...["Get_client_secret", "Request_token", "Answer_is_a_token.actions.Set_secret"].map(
          (action) => `https-and-audience definition.actions.${action}.inputs.uri`,
        ),
      ],
    );
  });

  it("never repeat a value, wherever a secret was put", () => {
    const stack = ourStack(1);
    const leaves: { holder: Json; name: string }[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [name, item] of Object.entries(value)) {
        if (typeof item === "string") leaves.push({ holder: value as Json, name });
        else collect(item);
      }
    };
    for (const { properties } of stack.resources) collect(properties);
    const secret = fc.stringMatching(/^[A-Za-z0-9]{24}$/).map((text) => `q7${text}`);
    const wrapping = fc.constantFrom("", "Bearer ", "https://a.example/x?sig=", "@concat('", "https://", "sig=");
    fc.assert(
      fc.property(fc.nat(leaves.length - 1), secret, wrapping, (index, planted, before) => {
        const leaf = leaves[index];
        assert.ok(leaf !== undefined);
        const kept = leaf.holder[leaf.name];
        leaf.holder[leaf.name] = `${before}${planted}${before.startsWith("@") ? "')" : ""}`;
        try {
          assert.equal(JSON.stringify(evaluateRules(stack).findings).includes(planted), false);
        } finally {
          leaf.holder[leaf.name] = kept;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("read any nonsense without an error", () => {
    const any = fc.jsonValue({ maxDepth: 5 });
    const type = fc.constantFrom("logic:Workflow", "web:CustomApi", "web:Connection");
    fc.assert(
      fc.property(type, any, any, (kind, properties, definition) => {
        const resource = (value: unknown) => ({
          urn: "x",
          name: "x",
          ignoreChanges: [],
          type: `azure-native:${kind}`,
          properties: asObject(value),
          propertyDependencies: {},
        });
        evaluateRules({ resources: [resource(properties), resource({ definition, properties: definition })] });
      }),
    );
  });
});
