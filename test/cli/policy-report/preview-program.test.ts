import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import { previewProgram } from "../../../cli/policy-report/preview-program";
import type { Stack } from "../../../policy/model";
import { isUnknown } from "../../../policy/model";

const root = join(__dirname, "..", "..", "..");

describe("This program, from a stack file", function () {
  this.timeout(20_000);
  let stack: Stack;
  before(async () => {
    stack = await previewProgram(join(root, "docs/examples/stack.yaml"), root);
  });
  const ofType = (type: string) => stack.resources.filter((resource) => resource.type === `azure-native:${type}`);

  it("is built without a cloud: what Azure alone knows is unknown, the rest is there", () => {
    assert.equal(ofType("logic:Workflow").length, 6);
    const operators = ["44444444-4444-4444-4444-444444444444", "55555555-5555-5555-5555-555555555555"];
    const [workloads, others] = [true, false].map((isOurs) =>
      ofType("authorization:RoleAssignment").filter(({ properties }) => isUnknown(properties.principalId) === isOurs),
    );
    assert.deepEqual(
      others?.map(({ properties }) => properties.principalId),
      operators,
    );
    for (const { properties } of workloads ?? []) assert.equal(properties.principalType, "ServicePrincipal");
    const [relay] = ofType("logic:Workflow");
    assert.equal(typeof relay?.properties.definition, "object");
  });

  it("tells what each property is made from, and where the program creates it", () => {
    const workflows = new Set(ofType("logic:Workflow").map(({ urn }) => urn));
    const assignments = ofType("authorization:RoleAssignment").filter(({ properties }) =>
      isUnknown(properties.principalId),
    );
    assert.ok(assignments.length > 0);
    const creators = ["access/vault-access.ts", "access/service-bus-access.ts", "workflows/session-renewal-role.ts"];
    for (const { propertyDependencies, sourcePosition } of assignments) {
      assert.ok(propertyDependencies.principalId?.every((urn) => workflows.has(urn)));
      assert.ok(creators.includes(sourcePosition?.file ?? ""), sourcePosition?.file);
    }
  });

  it("has no mark of a secret, and no secret output", () => {
    const text = JSON.stringify(stack, (_, value: unknown) => (typeof value === "symbol" ? null : value));
    assert.ok(!text.includes("1b47061264138c4ac30d75fd1eb44270"));
    assert.ok(!text.includes("04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
    assert.ok(isUnknown(stack.plainOutputs?.relayKey));
  });
});
