import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findResourceType, inputChanges, propertyPath } from "../../../emulator/azure-native";

const assignment = findResourceType("azure-native:authorization:RoleAssignment");
const policy = findResourceType("azure-native:keyvault:AccessPolicy");

describe("inputChanges", () => {
  it("finds none in inputs that are equal in another order", () => {
    assert.deepEqual(
      inputChanges(assignment, { scope: "/s", tags: { a: "1", b: "2" } }, { tags: { b: "2", a: "1" }, scope: "/s" }),
      [],
    );
  });

  it("says for each leaf whether it is new, other or gone, and whether it replaces", () => {
    const before = { principalId: "one", roleDefinitionId: "role", description: "why" };
    const after = { principalId: "two", roleDefinitionId: "other", condition: "when" };
    assert.deepEqual(inputChanges(assignment, before, after), [
      { path: ["principalId"], kind: "update", replaces: true },
      { path: ["roleDefinitionId"], kind: "update", replaces: false },
      { path: ["description"], kind: "delete", replaces: false },
      { path: ["condition"], kind: "add", replaces: false },
    ]);
  });

  it("replaces for a property inside another one, and not for its neighbours", () => {
    const entry = (objectId: string, secrets: string[]): object => ({ policy: { objectId, permissions: { secrets } } });
    assert.deepEqual(inputChanges(policy, { ...entry("a", ["get"]) }, { ...entry("b", ["get", "set"]) }), [
      { path: ["policy", "objectId"], kind: "update", replaces: true },
      { path: ["policy", "permissions", "secrets", 1], kind: "add", replaces: false },
    ]);
  });
});

describe("propertyPath", () => {
  it("is as Pulumi writes it", () => {
    assert.equal(propertyPath(["properties", "list", 0, "a.b", 'c"d']), String.raw`properties.list[0]["a.b"]["c\"d"]`);
  });
});
