import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as keyvault from "@pulumi/azure-native/keyvault";
import { describe, it } from "mocha";
import { existingVault, Vault, VaultAccess } from "../../access";
import { secretOperations } from "../../azure";
import { construct } from "../construction/construct";

const args = { resourceGroupName: "group", authorizationModel: "rbac", softDeleteRetentionInDays: 30 } as const;

describe("Vault", () => {
  it("can be recovered, says who decides, and holds no access policy of its own", async () => {
    const { find, outputs } = await construct(() => ({ uri: new Vault("secrets", args).uri }));
    assert.deepEqual(find("azure-native:keyvault:Vault", "secrets").inputs, {
      resourceGroupName: "group",
      properties: {
        tenantId: "tenant",
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        softDeleteRetentionInDays: 30,
        enablePurgeProtection: true,
        // The SDK's own defaults.
        enabledForDeployment: false,
        enabledForDiskEncryption: false,
        enabledForTemplateDeployment: false,
        publicNetworkAccess: "enabled",
      },
    });
    assert.deepEqual(outputs, { uri: "https://secrets12345678.vault.azure.net" });
  });

  it("has the address of its cloud", async () => {
    const { outputs } = await construct(() => {
      const { uri, cloud } = new Vault("secrets", { ...args, cloud: "usgovernment" });
      return { uri, cloud };
    });
    assert.deepEqual(outputs, { uri: "https://secrets12345678.vault.usgovcloudapi.net", cloud: "usgovernment" });
  });

  it("says false where access policies decide, and takes a name, a location and tags", async () => {
    const { find } = await construct(() => {
      const placed = { ...args, vaultName: "mine", location: "westeurope", tags: { team: "a" } };
      new Vault("secrets", { ...placed, authorizationModel: "accessPolicy" });
      return {};
    });
    const { properties, ...rest } = find("azure-native:keyvault:Vault", "secrets").inputs;
    assert.equal((properties as { enableRbacAuthorization: boolean }).enableRbacAuthorization, false);
    assert.deepEqual(rest, {
      resourceGroupName: "group",
      vaultName: "mine",
      location: "westeurope",
      tags: { team: "a" },
    });
  });
});

describe("existingVault", () => {
  it("is all in the vault's id, apart from the cloud", async () => {
    const id = "/subscriptions/s/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/Mine";
    for (const given of [id, pulumi.output(id)]) {
      const { resources, outputs } = await construct(() => ({ ...existingVault(given, "china") }));
      assert.deepEqual(resources, []);
      const uri = "https://Mine.vault.azure.cn";
      assert.deepEqual(outputs, { id, name: "Mine", resourceGroupName: "vaults", uri, cloud: "china" });
    }
  });

  it("can be one that the same program creates", async () => {
    const { find } = await construct(() => {
      const created = new keyvault.Vault("own", {
        resourceGroupName: "vaults",
        properties: { tenantId: "tenant", sku: { family: "A", name: "standard" } },
      });
      const access = new VaultAccess("access", { vault: existingVault(created.id), authorizationModel: "rbac" });
      const principal = { principalId: "principal-of-app", tenantId: "tenant" };
      access.grant("app", principal, [{ operation: secretOperations.GetSecret, secretNames: ["token"] }]);
      return {};
    });
    assert.equal(
      find("azure-native:authorization:RoleAssignment", "app-get-token").inputs.scope,
      "/subscriptions/s/resourceGroups/g/providers/keyvault/Vault/own12345678/secrets/token",
    );
  });
});
