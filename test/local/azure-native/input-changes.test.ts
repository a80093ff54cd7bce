import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findResourceType, inputChanges, propertyPath, secretValue } from "../../../local/azure-native";

const assignment = findResourceType("azure-native:authorization:RoleAssignment");
const policy = findResourceType("azure-native:keyvault:AccessPolicy");
const rule = findResourceType("azure-native:monitor:MetricAlert");

describe("inputChanges", () => {
  it("finds none in inputs that are equal in another order", () => {
    assert.deepEqual(
      inputChanges(
        assignment,
        { scope: "/s", tags: { a: "1", b: "2" } },
        { tags: { b: "2", a: "1" }, scope: "/s" },
        {},
      ),
      [],
    );
  });

  it("reports each leaf as added, updated or deleted, and whether it replaces", () => {
    const before = { principalId: "one", roleDefinitionId: "role", description: "why" };
    const after = { principalId: "two", roleDefinitionId: "other", condition: "when" };
    assert.deepEqual(inputChanges(assignment, before, after, before), [
      { path: ["principalId"], kind: "update", replaces: true },
      { path: ["roleDefinitionId"], kind: "update", replaces: false },
      { path: ["description"], kind: "delete", replaces: false },
      { path: ["condition"], kind: "add", replaces: false },
    ]);
  });

  it("replaces for a property inside another one, and not for its neighbours", () => {
    const entry = (objectId: string, secrets: string[]): object => ({ policy: { objectId, permissions: { secrets } } });
    assert.deepEqual(inputChanges(policy, { ...entry("a", ["get"]) }, { ...entry("b", ["get", "set"]) }, {}), [
      { path: ["policy", "objectId"], kind: "update", replaces: true },
      { path: ["policy", "permissions", "secrets", 1], kind: "add", replaces: false },
    ]);
  });

  it("ignores azure-native's own inputs, and what Azure does not tell apart", () => {
    const before = { resourceGroupName: "Group", location: "West Europe", __createBeforeDelete: true };
    assert.deepEqual(inputChanges(rule, before, { resourceGroupName: "group", location: "westeurope" }, {}), []);
    assert.deepEqual(
      inputChanges(rule, { criteria: { location: "West Europe" } }, { criteria: { location: "westeurope" } }, {}),
      [{ path: ["criteria", "location"], kind: "update", replaces: false }],
    );
  });

  it("does not replace for an input that says what Azure had filled in", () => {
    const change = { path: ["location"], kind: "add" };
    assert.deepEqual(inputChanges(rule, {}, { location: "global" }, { location: "global" }), [
      { ...change, replaces: false },
    ]);
    assert.deepEqual(inputChanges(rule, {}, { location: "global" }, { location: "westeurope" }), [
      { ...change, replaces: true },
    ]);
  });

  it("compares a secret as one leaf", () => {
    const parameters = (value: unknown): Record<string, unknown> => ({ parameters: { key: secretValue(value) } });
    assert.deepEqual(inputChanges(rule, parameters({ a: 1, b: 2 }), parameters({ b: 2, a: 1 }), {}), []);
    const update = { path: ["parameters", "key"], kind: "update", replaces: false };
    assert.deepEqual(inputChanges(rule, parameters({ a: 1 }), parameters({ a: 2 }), {}), [update]);
    assert.deepEqual(inputChanges(rule, parameters({ a: 1 }), { parameters: { key: { a: 1 } } }, {}), [update]);
  });
});

describe("A changed location", () => {
  for (const [token, replaces] of [
    ["resources:ResourceGroup", true],
    ["managedidentity:UserAssignedIdentity", true],
    ["monitor:ActionGroup", true],
    ["monitor:MetricAlert", true],
    ["monitor:ScheduledQueryRule", true],
    ["keyvault:Vault", false],
    ["logic:Workflow", false],
    ["web:Connection", false],
    ["web:CustomApi", false],
  ] as const) {
    it(`${replaces ? "replaces" : "updates"} ${token}`, () => {
      const type = findResourceType(`azure-native:${token}`);
      assert.deepEqual(inputChanges(type, { location: "westeurope" }, { location: "northeurope" }, {}), [
        { path: ["location"], kind: "update", replaces },
      ]);
    });
  }
});

describe("propertyPath", () => {
  it("quotes nothing, as azure-native does not", () => {
    assert.equal(propertyPath(["properties", "list", 0, "/a.b/{c}", "put"]), "properties.list[0]./a.b/{c}.put");
  });
});
