import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { azureResources, constructed } from "./program/constructed";
import { leastRefreshToken, leastToken } from "./stack-configuration";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const vaultId = `${subscription}/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/kv-shared`;

const connectorResources = ["logic:Workflow set-secret-relay", "web:Connection set-secret", "web:CustomApi set-secret"];
const alertRules = ["monitor:MetricAlert refresh-crm-token-failed", "monitor:MetricAlert refresh-crm-token-silent"];
const id = (type: string, name: string): string =>
  `/subscriptions/s/resourceGroups/g/providers/${type}/${name}12345678`;

describe("The program", () => {
  it("makes of one token a vault, a connector, a refresh workflow, their grants and alert rules, and nothing else", async () => {
    const construction = await constructed({ tokens: [leastToken] });
    assert.deepEqual(azureResources(construction), [
      "authorization:RoleAssignment refresh-crm-token-get-crm-client-secret",
      "authorization:RoleAssignment set-secret-relay-set-crm-token",
      "authorization:RoleDefinition secrets-getSecret",
      "authorization:RoleDefinition secrets-setSecret",
      "keyvault:Vault secrets",
      "logic:Workflow refresh-crm-token",
      "logic:Workflow set-secret-relay",
      ...alertRules,
      "resources:ResourceGroup keyvault-secrets",
      "web:Connection set-secret",
      "web:CustomApi set-secret",
    ]);
  });

  it("puts out addresses, ids, names and principals, and the relay's key as a secret", async () => {
    const { outputs } = await constructed({ tokens: [leastToken], allowedSecretNames: ["Webhook-Key"] });
    assert.deepEqual(outputs, {
      vaultUri: "https://secrets12345678.vault.azure.net",
      refreshWorkflows: {
        "crm-token": {
          id: id("logic/Workflow", "refresh-crm-token"),
          name: "refresh-crm-token12345678",
          principalId: "principal-of-refresh-crm-token",
          alertRules: {
            failed: id("monitor/MetricAlert", "refresh-crm-token-failed"),
            silent: id("monitor/MetricAlert", "refresh-crm-token-silent"),
          },
        },
      },
      connectorId: id("web/CustomApi", "set-secret"),
      connectorName: "set-secret12345678",
      connectionId: id("web/Connection", "set-secret"),
      relay: {
        id: id("logic/Workflow", "set-secret-relay"),
        name: "set-secret-relay12345678",
        principalId: "principal-of-set-secret-relay",
      },
      relayKey: { secret: "relay-key" },
      allowedSecretNames: ["crm-token", "Webhook-Key"],
    });
  });

  it("creates a vault that decides by roles, and keeps what is deleted", async () => {
    const { find } = await constructed({ tokens: [leastToken] });
    assert.deepEqual(find("azure-native:keyvault:Vault", "secrets").inputs, {
      resourceGroupName: "keyvault-secrets12345678",
      properties: {
        tenantId: "tenant",
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
        enablePurgeProtection: true,
        // azure-native's own defaults.
        enabledForDeployment: false,
        enabledForDiskEncryption: false,
        enabledForTemplateDeployment: false,
        publicNetworkAccess: "enabled",
      },
      tags: {},
    });
    assert.deepEqual(find("azure-native:resources:ResourceGroup", "keyvault-secrets").inputs, { tags: {} });
  });

  it("names what it creates as the settings say, where they say", async () => {
    const { find, resources } = await constructed({
      tokens: [leastToken],
      location: "northeurope",
      resourceGroupName: "rg-tokens",
      vaultName: "kv-tokens",
      softDeleteRetentionDays: "7",
      identity: "user",
    });
    const group = find("azure-native:resources:ResourceGroup", "keyvault-secrets").inputs;
    assert.equal(group.resourceGroupName, "rg-tokens");
    const { vaultName, properties } = find("azure-native:keyvault:Vault", "secrets").inputs;
    assert.equal(vaultName, "kv-tokens");
    assert.equal((properties as { softDeleteRetentionInDays: number }).softDeleteRetentionInDays, 7);
    const placed = resources.filter(({ inputs: { location } }) => location !== undefined && location !== "global");
    assert.deepEqual(placed.map(({ type }) => type.split(":")[2]).sort(), [
      ...["Connection", "CustomApi", "ResourceGroup", "UserAssignedIdentity", "UserAssignedIdentity", "Vault"],
      ...["Workflow", "Workflow"],
    ]);
    assert.ok(placed.every(({ inputs }) => inputs.location === "northeurope"));
  });

  it("uses a vault and a resource group that exist, and creates neither", async () => {
    const construction = await constructed({
      tokens: [leastToken],
      resourceGroupId: `${subscription}/resourceGroups/rg-shared`,
      vaultId,
      authorizationModel: "rbac",
    });
    assert.deepEqual(azureResources(construction), [
      "authorization:RoleAssignment refresh-crm-token-get-crm-client-secret",
      "authorization:RoleAssignment set-secret-relay-set-crm-token",
      "authorization:RoleDefinition secrets-getSecret",
      "authorization:RoleDefinition secrets-setSecret",
      "logic:Workflow refresh-crm-token",
      "logic:Workflow set-secret-relay",
      ...alertRules,
      ...connectorResources.slice(1),
    ]);
    const { find, ofType, outputs } = construction;
    assert.equal(outputs.vaultUri, "https://kv-shared.vault.azure.net");
    for (const { inputs } of [...ofType("azure-native:logic:Workflow"), ...ofType("azure-native:web:CustomApi")]) {
      assert.equal(inputs.resourceGroupName, "rg-shared");
    }
    const role = find("azure-native:authorization:RoleDefinition", "secrets-getSecret").inputs;
    assert.deepEqual(role.assignableScopes, [`${subscription}/resourceGroups/vaults`]);
    const grant = "refresh-crm-token-get-crm-client-secret";
    const assignment = find("azure-native:authorization:RoleAssignment", grant).inputs;
    assert.equal(assignment.scope, `${vaultId}/secrets/crm-client-secret`);
  });

  it("has no connector, relay and connection, nor their outputs, where nothing is written by them", async () => {
    const construction = await constructed({ tokens: [{ ...leastToken, writePath: "http" }] });
    assert.deepEqual(azureResources(construction), [
      "authorization:RoleAssignment refresh-crm-token-get-crm-client-secret",
      "authorization:RoleAssignment refresh-crm-token-set-crm-token",
      "authorization:RoleDefinition secrets-getSecret",
      "authorization:RoleDefinition secrets-setSecret",
      "keyvault:Vault secrets",
      "logic:Workflow refresh-crm-token",
      ...alertRules,
      "resources:ResourceGroup keyvault-secrets",
    ]);
    assert.deepEqual(Object.keys(construction.outputs), ["vaultUri", "refreshWorkflows"]);
  });

  it("has a connector for designers' names alone, which cannot write the tokens", async () => {
    const construction = await constructed({
      tokens: [{ ...leastToken, writePath: "http" }],
      allowedSecretNames: ["webhook-key"],
    });
    assert.ok(connectorResources.every((resource) => azureResources(construction).includes(resource)));
    assert.deepEqual(construction.outputs.allowedSecretNames, ["webhook-key"]);
    const relay = construction.find("azure-native:logic:Workflow", "set-secret-relay").inputs;
    assert.deepEqual((relay.parameters as Record<string, unknown>).allowedSecretNames, { value: ["webhook-key"] });
    assert.deepEqual(
      construction.ofType("azure-native:authorization:RoleAssignment").map(({ name }) => name),
      [
        "refresh-crm-token-get-crm-client-secret",
        "refresh-crm-token-set-crm-token",
        "set-secret-relay-set-webhook-key",
      ],
    );
  });

  it("gives each token a workflow of its own, and all of them one connector and one role a permission", async () => {
    const construction = await constructed({
      tokens: [leastToken, { ...leastRefreshToken, instanceUrl: "secret" }, { ...leastToken, secretName: "Other" }],
    });
    assert.deepEqual(
      construction.ofType("azure-native:logic:Workflow").map(({ name }) => name),
      ["refresh-crm-token", "refresh-erp-token", "refresh-other", "set-secret-relay"],
    );
    assert.deepEqual(Object.keys(construction.outputs.refreshWorkflows as object), ["crm-token", "erp-token", "Other"]);
    assert.deepEqual(construction.outputs.allowedSecretNames, [
      ...["crm-token", "erp-token", "erp-token-instance-url", "Other"],
    ]);
    assert.deepEqual(
      construction.ofType("azure-native:authorization:RoleDefinition").map(({ name }) => name),
      ["secrets-getSecret", "secrets-getSecret-setSecret", "secrets-setSecret"],
    );
    assert.equal(construction.ofType("azure-native:web:Connection").length, 1);
  });

  it("tags everything that can have tags", async () => {
    const tags = { environment: "test", owner: "integration" };
    const { resources } = await constructed({ tokens: [leastToken], identity: "user", tags });
    const tagged = resources.filter(({ inputs }) => inputs.tags !== undefined);
    for (const { inputs } of tagged) assert.deepEqual({ ...Object(inputs.tags), ...tags }, inputs.tags);
    const without = resources.filter(({ type, inputs }) => type.startsWith("azure-") && inputs.tags === undefined);
    assert.deepEqual([...new Set(without.map(({ type }) => type.split(":")[2]))].sort(), [
      "RoleAssignment",
      "RoleDefinition",
    ]);
  });

  it("knows at preview what it will create, and of its outputs what Azure does not compute", async () => {
    const settings = { tokens: [leastToken, leastRefreshToken], allowedSecretNames: ["webhook-key"] };
    const preview = await constructed(settings, { preview: true });
    assert.deepEqual(azureResources(preview), azureResources(await constructed(settings)));
    const unknown = pulumi.runtime.unknownValue;
    const relay = { id: unknown, name: unknown, principalId: unknown };
    const workflow = { ...relay, alertRules: { failed: unknown, silent: unknown } };
    assert.deepEqual(preview.outputs, {
      vaultUri: unknown,
      refreshWorkflows: { "crm-token": workflow, "erp-token": workflow },
      connectorId: unknown,
      connectorName: unknown,
      connectionId: unknown,
      relay,
      relayKey: unknown,
      allowedSecretNames: ["crm-token", "erp-token", "webhook-key"],
    });
  });

  it("tells when a token's secret will have 500 versions", async () => {
    const { log } = await constructed({ tokens: [leastToken] });
    assert.match(log[0] ?? "", /^info: tokens\[0\]: its secret reaches 500 versions about 21 days after/);
  });
});
