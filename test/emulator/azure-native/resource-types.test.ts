import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { findResourceType, normaliseToken, previewOutputs } from "../../../emulator/azure-native";

describe("Type tokens", () => {
  it("mean the same with and without an API version", () => {
    for (const token of ["azure-native:keyvault/v20230701:Vault", "azure-native_keyvault_v20230701:keyvault:Vault"]) {
      assert.equal(normaliseToken(token), "azure-native:keyvault:Vault");
    }
  });

  it("that are not in the table are refused by name", () => {
    assert.throws(() => findResourceType("azure-native:storage:StorageAccount"), {
      name: "UnknownTypeError",
      message: /^The resource type "azure-native:storage:StorageAccount" is not known here\. Known are: /,
    });
  });
});

describe("Outputs at preview", () => {
  it("are the inputs, with the leaves unknown that Azure knows alone", () => {
    const workflow = findResourceType("azure-native:logic:Workflow");
    const inputs = { resourceGroupName: "rg", workflowName: "w", identity: { type: "SystemAssigned" } };
    assert.deepEqual(previewOutputs(workflow, inputs, "?"), {
      workflowName: "w",
      identity: { type: "SystemAssigned", principalId: "?", tenantId: "?" },
    });
    assert.deepEqual(previewOutputs(workflow, {}, "?"), {});
  });
});
