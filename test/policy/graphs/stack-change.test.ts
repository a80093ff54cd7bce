import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { writeFlowchart } from "../../../pictures/mermaid";
import { changesFlowchart, readStackChange } from "../../../policy/graphs";

const component = "urn:pulumi:dev::shop::shop:access:Vault::secrets";
const stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const vault = "urn:pulumi:dev::shop::shop:access:Vault$azure-native:keyvault/v20230701:Vault::kv";
const type = "azure-native:keyvault/v20230701:Vault";

describe("A change of a stack, from an event log", () => {
  const step = (op: string, more: object = {}) =>
    readStackChange({ op, urn: vault, type, new: { custom: true, parent: component }, ...more });

  it("is each step that changes a resource", () => {
    const found = ["create", "update", "delete", "create-replacement", "replace", "delete-replaced", "import"].map(
      (op) => step(op)[0]?.operation,
    );
    assert.deepEqual(found, ["create", "update", "delete", "replace", "replace", "replace", "import"]);
  });

  it("is no step that reads or keeps, no component, no provider, and nothing that is no step", () => {
    const none = [
      ...["same", "read", "refresh", "discard", "toString"].map((op) => step(op)),
      step("create", { new: { custom: false } }),
      step("create", { type: "pulumi:providers:azure-native" }),
      step("create", { urn: 7 }),
      readStackChange({}),
    ];
    assert.deepEqual(none.flat(), []);
  });

  it("names the properties that differ, and none of their values", () => {
    const [change] = step("update", {
      diffs: ["properties", "tags"],
      old: { inputs: { properties: "canary" } },
      new: { custom: true, parent: component, inputs: { properties: "canary" } },
    });
    assert.deepEqual(change, {
      urn: vault,
      parent: component,
      operation: "update",
      properties: ["properties", "tags"],
    });
  });

  it("is drawn beside the component that it is part of", () => {
    const changes = [
      ...step("update", { diffs: ["properties"] }),
      ...step("delete", { urn: `${vault}2`, old: { custom: true, parent: component }, new: undefined }),
      ...step("create", { urn: `${vault}3`, new: { custom: true, parent: stack } }),
    ];
    assert.deepEqual(writeFlowchart(changesFlowchart(changes)).split("\n"), [
      "graph LR",
      '  n0["secrets<br/>shop#58;access#58;Vault"]',
      '  n1(["update: properties<br/>kv<br/>keyvault/v20230701#58;Vault"])',
      '  n2[["delete<br/>kv2<br/>keyvault/v20230701#58;Vault"]]',
      '  n3["create<br/>kv3<br/>keyvault/v20230701#58;Vault"]',
      "  n0 --> n1",
      "  n0 -.-> n2",
    ]);
  });
});
