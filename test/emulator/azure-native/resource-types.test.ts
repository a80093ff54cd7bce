import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { findResourceType, normaliseToken } from "../../../emulator/azure-native";

describe("Type tokens", () => {
  it("mean the same with and without an API version", () => {
    for (const token of ["azure-native:keyvault/v20230701:Vault", "azure-native_keyvault_v20230701:keyvault:Vault"]) {
      assert.equal(normaliseToken(token), "azure-native:keyvault:Vault");
    }
  });

  it("that are not in the table are refused by name", () => {
    assert.throws(() => findResourceType("azure-native:storage:StorageAccount"), {
      name: "UnknownTypeError",
      message: /^The emulator does not support the resource type "azure-native:storage:StorageAccount"\. It supports: /,
    });
  });
});
