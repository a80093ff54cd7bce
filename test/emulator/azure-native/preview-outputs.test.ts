import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findResourceType, previewOutputs, previewUpdate } from "../../../emulator/azure-native";

const type = (name: string): ReturnType<typeof findResourceType> => findResourceType(`azure-native:${name}`);

describe("Outputs at preview", () => {
  it("are the inputs that Azure answers with, without those of the path, and unknown for all else", () => {
    const identity = { resourceGroupName: "rg", resourceName: "i", location: "westeurope" };
    assert.deepEqual(previewOutputs(type("managedidentity:UserAssignedIdentity"), identity, "?"), {
      ...{ azureApiVersion: "?", clientId: "?", location: "westeurope", name: "?", principalId: "?" },
      ...{ systemData: "?", tags: "?", tenantId: "?", type: "?" },
    });
  });

  it("are unknown for each optional input that the program omits", () => {
    const { accessControl, tags } = previewOutputs(type("logic:Workflow"), { definition: {} }, "?");
    assert.deepEqual({ accessControl, tags }, { accessControl: "?", tags: "?" });
  });

  it("are unknown inside a known object, too, wherever the program says nothing", () => {
    const vault = { properties: { createMode: "default", networkAcls: { ipRules: [{ value: "1.2.3.4" }] } } };
    const { properties } = previewOutputs(type("keyvault:Vault"), vault, "?") as { properties: object };
    const known = Object.entries(properties).filter(([, value]) => value !== "?");
    assert.deepEqual(Object.fromEntries(known), {
      networkAcls: { bypass: "?", defaultAction: "?", ipRules: [{ value: "1.2.3.4" }], virtualNetworkRules: "?" },
    });
    const unknown = ["accessPolicies", "hsmPoolResourceId", "privateEndpointConnections", "provisioningState", "sku"];
    for (const name of [...unknown, "vaultUri"]) assert.ok(name in properties, name);
    assert.ok(!("createMode" in properties));
  });

  it("are unknown where Azure answers with another kind of value, and whole where azure-native knows no type", () => {
    const workflow = {
      definition: { actions: { a: { inputs: {} } } },
      identity: { type: "UserAssigned", userAssignedIdentities: ["/one"] },
    };
    const { definition, identity } = previewOutputs(type("logic:Workflow"), workflow, "?");
    assert.deepEqual(definition, workflow.definition);
    assert.deepEqual(identity, {
      principalId: "?",
      tenantId: "?",
      type: "UserAssigned",
      userAssignedIdentities: "?",
    });
  });

  // azure-native has no metadata of its answer.
  it("of an access policy are none", () => {
    assert.deepEqual(previewOutputs(type("keyvault:AccessPolicy"), { vaultName: "v" }, "?"), {});
  });
});

describe("Outputs of an update at preview", () => {
  for (const name of ["keyvault:Vault", "logic:Workflow", "web:CustomApi", "resources:ResourceGroup"]) {
    it(`keep name and location of ${name} known, and nothing else that only Azure knows`, () => {
      const before = { name: "n", location: "westeurope", etag: "e", provisioningState: "Succeeded" };
      const inputs = { location: "northeurope", tags: { team: "crm" } };
      assert.deepEqual(previewUpdate(type(name), inputs, before, "?"), {
        ...previewOutputs(type(name), inputs, "?"),
        location: "westeurope",
        name: "n",
      });
    });
  }

  it("have no location where there was none", () => {
    const assignment = type("authorization:RoleAssignment");
    const outputs = previewUpdate(assignment, { scope: "/s", principalId: "?" }, { name: "n", principalId: "p" }, "?");
    assert.equal(outputs.name, "n");
    assert.equal(outputs.principalId, "?");
    assert.equal(outputs.scope, "/s");
    assert.ok(!("location" in outputs));
  });
});
