import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cloudOfEnvironment, cloudOfLocation, cloudOfVaultUri } from "../../azure";

describe("The cloud of an environment of azure-native", () => {
  // `FromName` of https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/azure/cloud/cloud.go
  for (const [name, environments] of [
    ["public", ["public", "Public", "azurecloud"]],
    ["usgovernment", ["usgov", "USGovernment", "azureusgovernment", "azureusgovernmentcloud", "usgovernmentl4"]],
    ["china", ["china", "AzureChinaCloud"]],
  ] as const) {
    it(`is ${name} by each of its names, in any letter case`, () => {
      assert.deepEqual(
        environments.map((environment) => cloudOfEnvironment(environment)?.name),
        environments.map(() => name),
      );
    });
  }

  it("is none for a name that azure-native does not have", () => {
    assert.deepEqual(["german", "usgovernmentl5", "", "constructor"].map(cloudOfEnvironment), [
      ...Array.from({ length: 4 }, () => undefined),
    ]);
  });
});

describe("The cloud of a location", () => {
  for (const [location, name] of [
    ["westeurope", "public"],
    ["East US 2", "public"],
    ["usgovvirginia", "usgovernment"],
    ["USGov Arizona", "usgovernment"],
    ["US DoD East", "usgovernment"],
    ["chinaeast2", "china"],
    ["China North 3", "china"],
  ] as const) {
    it(`is ${name} for ${location}`, () => {
      assert.equal(cloudOfLocation(location).name, name);
    });
  }
});

describe("The cloud of a vault's address", () => {
  for (const [uri, name] of [
    ["https://kv.vault.azure.net", "public"],
    ["https://KV.Vault.usgovcloudapi.net/", "usgovernment"],
    ["https://kv.vault.azure.cn", "china"],
    ["https://vault.azure.cn", undefined],
    ["https://kv.vault.azure.net.example.com", undefined],
    ["kv", undefined],
  ] as const) {
    it(`is ${name ?? "none"} for ${uri}`, () => {
      assert.equal(cloudOfVaultUri(uri)?.name, name);
    });
  }
});
