import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import type { VaultAccessArgs } from "../../access";
import { deriveRequirements, existingVault, VaultAccess } from "../../access";
import type { Construction } from "../construction/construct";
import { construct } from "../construction/construct";

const vaultId = "/subscriptions/s/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/mine";
const authentication = { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" };

/** A workflow that reads one secret and writes another. */
const requirements = deriveRequirements({
  actions: {
    Read: { type: "Http", inputs: { method: "GET", uri: "https://mine.vault.azure.net/secrets/in", authentication } },
    Write: { type: "Http", inputs: { method: "PUT", uri: "https://mine.vault.azure.net/secrets/out", authentication } },
  },
}).vault;

function granted(args: Pick<VaultAccessArgs, "authorizationModel"> & Partial<VaultAccessArgs>): Promise<Construction> {
  return construct(() => {
    const access = new VaultAccess("access", { vault: existingVault(vaultId), ...args });
    for (const name of ["first", "second"]) {
      access.grant(name, { principalId: `principal-of-${name}`, tenantId: "tenant" }, requirements, { parent: access });
    }
    return {};
  });
}

const assignment = "azure-native:authorization:RoleAssignment";
const definition = "azure-native:authorization:RoleDefinition";
const accessPolicy = "azure-native:keyvault:AccessPolicy";

function roleId(name: string): string {
  return `/subscriptions/s/resourceGroups/g/providers/authorization/RoleDefinition/${name}12345678`;
}

describe("VaultAccess with roles", () => {
  it("assigns a role at each secret, and shares one custom role among workflows", async () => {
    const { ofType } = await granted({ authorizationModel: "rbac" });
    assert.deepEqual(
      ofType(definition).map(({ name }) => name),
      ["secrets-getSecret", "secrets-setSecret"],
    );
    const of = (name: string, principal: string, role: string, secret: string): unknown => ({
      type: assignment,
      name,
      inputs: {
        scope: `${vaultId}/secrets/${secret}`,
        roleDefinitionId: roleId(role),
        principalId: `principal-of-${principal}`,
        principalType: "ServicePrincipal",
      },
    });
    assert.deepEqual(ofType(assignment), [
      of("first-get-in", "first", "secrets-getSecret", "in"),
      of("first-set-out", "first", "secrets-setSecret", "out"),
      of("second-get-in", "second", "secrets-getSecret", "in"),
      of("second-set-out", "second", "secrets-setSecret", "out"),
    ]);
    assert.deepEqual(ofType(accessPolicy), []);
  });

  it("defines a role by exactly the data actions, for the vault's resource group, with stack and vault in its name", async () => {
    const { find } = await granted({ authorizationModel: "rbac" });
    assert.deepEqual(find(definition, "secrets-setSecret").inputs, {
      scope: "/subscriptions/s/resourceGroups/vaults",
      roleName: "Key Vault secrets: set (logicapp-keyvault-secrets/test, mine)",
      roleType: "CustomRole",
      description:
        "What Logic Apps of the Pulumi stack logicapp-keyvault-secrets/test do to secrets, and nothing else.",
      permissions: [
        {
          actions: [],
          notActions: [],
          dataActions: ["Microsoft.KeyVault/vaults/secrets/setSecret/action"],
          notDataActions: [],
        },
      ],
      assignableScopes: ["/subscriptions/s/resourceGroups/vaults"],
    });
  });

  it("assigns one role with all that is needed at the vault, where that is the scope", async () => {
    const { ofType } = await granted({ authorizationModel: "rbac", grantScope: "vault" });
    assert.deepEqual(
      ofType(definition).map(({ name }) => name),
      ["secrets-getSecret-setSecret"],
    );
    assert.deepEqual(
      ofType(assignment).map(({ name, inputs }) => [name, inputs.scope]),
      [
        ["first-get-set", vaultId],
        ["second-get-set", vaultId],
      ],
    );
  });

  it("assigns existing roles where they are given, and defines only what is missing", async () => {
    const { ofType } = await granted({ authorizationModel: "rbac", existingRoleIds: { get: "/roles/get" } });
    assert.deepEqual(
      ofType(definition).map(({ name }) => name),
      ["secrets-setSecret"],
    );
    assert.deepEqual(
      ofType(assignment).map(({ inputs }) => inputs.roleDefinitionId),
      ["/roles/get", roleId("secrets-setSecret"), "/roles/get", roleId("secrets-setSecret")],
    );
  });
});

describe("VaultAccess with a prefix of its roles", () => {
  it("has roles that no other VaultAccess of the stack has, by name in Pulumi and in Azure", async () => {
    const { ofType } = await granted({ authorizationModel: "rbac", rolePrefix: "orders" });
    assert.deepEqual(
      ofType(definition).map(({ name, inputs }) => [name, inputs.roleName]),
      [
        ["orders-secrets-getSecret", "Key Vault secrets: get (logicapp-keyvault-secrets/test, orders, mine)"],
        ["orders-secrets-setSecret", "Key Vault secrets: set (logicapp-keyvault-secrets/test, orders, mine)"],
      ],
    );
  });
});

describe("VaultAccess with access policies", () => {
  it("adds one policy a principal, with exactly what it needs, and no role", async () => {
    const { resources, ofType } = await granted({ authorizationModel: "accessPolicy" });
    const of = (name: string): unknown => ({
      type: accessPolicy,
      name,
      inputs: {
        resourceGroupName: "vaults",
        vaultName: "mine",
        policy: { objectId: `principal-of-${name}`, tenantId: "tenant", permissions: { secrets: ["get", "set"] } },
      },
    });
    assert.deepEqual(ofType(accessPolicy), [of("first"), of("second")]);
    assert.equal(resources.filter(({ type }) => type.startsWith("azure-native:")).length, 2);
  });

  it("adds each after the one before, and deletes each before all that the stack had when it was added", async () => {
    const { find, optionsOf } = await granted({ authorizationModel: "accessPolicy" });
    const stack = "urn:pulumi:test::logicapp-keyvault-secrets::pulumi:pulumi:Stack::logicapp-keyvault-secrets-test";
    const first =
      "urn:pulumi:test::logicapp-keyvault-secrets::logicapp-keyvault-secrets:access:VaultAccess$" +
      "azure-native:keyvault:AccessPolicy::first";
    assert.deepEqual(optionsOf(find(accessPolicy, "first")).dependencies, [stack]);
    assert.deepEqual(optionsOf(find(accessPolicy, "second")).dependencies, [first, stack]);
  });

  it("adds each after what else writes policies of the vault", async () => {
    const other = "urn:pulumi:test::logicapp-keyvault-secrets::test:test:Component::other";
    const after = [new pulumi.DependencyResource(other)];
    const { ofType, optionsOf } = await granted({ authorizationModel: "accessPolicy", after });
    for (const policy of ofType(accessPolicy)) assert.ok(optionsOf(policy).dependencies.includes(other), policy.name);
  });
});
