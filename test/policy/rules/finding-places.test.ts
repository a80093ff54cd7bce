import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluatePolicies } from "../../../policy/evaluation/evaluate-policies";
import { asObject } from "../../../definition";
import type { Stack } from "../../../policy/model";
import { accessPolicy, getSecret, principalId, vault, workflow } from "../stacks/stack-builder";

function places(stack: Stack): readonly string[] {
  return evaluatePolicies(stack).findings.map(({ rule, path = "" }) => `${rule} ${path}`);
}

describe("The place of a finding", () => {
  it("is the entry of a vault's own access policies", () => {
    const { properties, ...rest } = vault();
    const entry = (...secrets: string[]): object => ({ objectId: principalId, permissions: { secrets } });
    const accessPolicies = [entry("get"), entry("set")];
    const own = {
      ...rest,
      properties: { ...properties, properties: { ...asObject(properties.properties), accessPolicies } },
    };
    assert.deepEqual(places({ resources: [own, workflow({})] }), [
      "excess-permissions properties.accessPolicies[1].permissions.secrets",
    ]);
  });

  it("is in the branches around an action", () => {
    const check = { type: "If", expression: {}, actions: {}, else: { actions: { Get_secret: getSecret } } };
    const definition = { actions: { Check: check } };
    assert.deepEqual(places({ resources: [vault(), accessPolicy(), workflow({}, definition)] }), [
      "missing-permissions definition.actions.Check.else.actions.Get_secret",
    ]);
  });
});
