import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { asInputs, findResourceType, refreshedInputs } from "../../../emulator/azure-native";

const vault = findResourceType("azure-native:keyvault:Vault");
const workflow = findResourceType("azure-native:logic:Workflow");

describe("refreshedInputs", () => {
  const inputs = { vaultName: "kv", properties: { softDeleteRetentionInDays: 90 } };
  const before = {
    name: "kv",
    location: "westeurope",
    properties: { softDeleteRetentionInDays: 90, publicNetworkAccess: "Enabled" },
  };

  it("leaves the inputs as they are where Azure answers as before, with all that it filled in", () => {
    assert.deepEqual(refreshedInputs(vault, { inputs, before, after: before }), inputs);
  });

  it("takes over what drifted, what is gone, and nothing else", () => {
    const tagged = { ...inputs, tags: { team: "crm" } };
    const after = { ...before, properties: { ...before.properties, publicNetworkAccess: "Disabled" } };
    assert.deepEqual(refreshedInputs(vault, { inputs: tagged, before: { ...before, tags: { team: "crm" } }, after }), {
      vaultName: "kv",
      properties: { softDeleteRetentionInDays: 90, publicNetworkAccess: "Disabled" },
    });
  });

  it("leaves access policies to the resources that made them, unless the program says some", () => {
    const live = { ...before, properties: { ...before.properties, accessPolicies: [{ objectId: "a" }] } };
    assert.deepEqual(refreshedInputs(vault, { inputs, before, after: live }), inputs);
    const said = { ...inputs, properties: { ...inputs.properties, accessPolicies: [] } };
    assert.deepEqual(refreshedInputs(vault, { inputs: said, before, after: live }), {
      ...said,
      properties: { ...said.properties, accessPolicies: [{ objectId: "a" }] },
    });
  });
});

describe("asInputs", () => {
  it("lists user-assigned identities by id, without what only Azure knows", () => {
    const identity = { type: "UserAssigned", principalId: "p", userAssignedIdentities: { "/one": { clientId: "c" } } };
    assert.deepEqual(asInputs(workflow, { name: "w", identity, provisioningState: "Succeeded" }), {
      identity: { type: "UserAssigned", userAssignedIdentities: ["/one"] },
    });
  });
});
