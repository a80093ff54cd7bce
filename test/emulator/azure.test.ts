import * as authorization from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as resources from "@pulumi/azure-native/resources";
import { after, before, describe, it } from "mocha";
import assert from "node:assert/strict";
import { createAzure, type Azure } from "../../emulator";
import { ControlledClock } from "../../emulator/clock";
import { deploy, type Deployment } from "../../local/deployment";

const vaultAudience = "https://vault.azure.net";
const management = "https://management.azure.com";
const setSecret = "Microsoft.KeyVault/vaults/secrets/setSecret/action";

/** A vault, an identity, and a grant of `set` to it in the vault's model. */
function program(azure: Azure, rbac: boolean): () => Promise<Record<string, unknown>> {
  return () => {
    const { tenantId } = azure.entra;
    const resourceGroupName = new resources.ResourceGroup("group").name;
    const sku = { family: "A", name: "standard" } as const;
    const properties = { tenantId, sku, enableRbacAuthorization: rbac };
    const vault = new keyvault.Vault("vault", { resourceGroupName, properties });
    const { principalId } = new managedidentity.UserAssignedIdentity("identity", { resourceGroupName });
    if (rbac) {
      const roleArgs = { scope: vault.id, assignableScopes: [vault.id], roleName: "Set secret" };
      const role = new authorization.RoleDefinition("role", {
        ...roleArgs,
        permissions: [{ dataActions: [setSecret] }],
      });
      const grant = { principalId, principalType: "ServicePrincipal", roleDefinitionId: role.id };
      new authorization.RoleAssignment("grant", { ...grant, scope: vault.id });
    } else {
      const policy = { objectId: principalId, tenantId, permissions: { secrets: ["set"] } };
      new keyvault.AccessPolicy("grant", { resourceGroupName, vaultName: vault.name, policy });
    }
    return Promise.resolve({ vaultUri: vault.properties.vaultUri, principalId });
  };
}

describe("Azure on one machine", () => {
  let azure: Azure;

  before(async () => {
    azure = await createAzure({ clock: new ControlledClock(new Date("2026-11-23T12:00:00Z")) });
  });

  after(() => azure.close());

  const deployed = (rbac: boolean): Promise<Deployment> =>
    deploy({
      azure,
      program: program(azure, rbac),
      project: "project",
      stack: "stack",
      configuration: { "azure-native:location": "westeurope" },
    });

  async function setSecretIn({ outputs }: Deployment): Promise<{ status: number; inner?: string }> {
    const token = await azure.entra.issueToken({ principalId: String(outputs.principalId), audience: vaultAudience });
    const { status, body } = await azure.network.send({
      method: "PUT",
      url: `${String(outputs.vaultUri)}secrets/token?api-version=7.4`,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ value: "v" }),
    });
    const { error } = JSON.parse(body) as { error?: { innererror?: { code: string } } };
    return error === undefined ? { status } : { status, inner: error.innererror?.code ?? "" };
  }

  for (const [model, rbac, inner] of [
    ["role assignment", true, "ForbiddenByRbac"],
    ["access policy", false, "ForbiddenByPolicy"],
  ] as const) {
    it(`enforces the ${model} that was deployed, as long as it is there`, async () => {
      const deployment = await deployed(rbac);
      assert.deepEqual(await setSecretIn(deployment), { status: 200 });
      const id = deployment.resources.find(({ name }) => name === "grant")?.id ?? "";
      const grant = azure.arm.resources().find((resource) => resource.id === id);
      assert.ok(grant !== undefined);
      azure.arm.deleteResource(id);
      assert.deepEqual(await setSecretIn(deployment), { status: 403, inner });
      await azure.arm.put(grant);
      assert.deepEqual(await setSecretIn(deployment), { status: 200 });
      azure.arm.deleteResource(deployment.resources[0]?.id ?? "");
    });
  }

  it("asks for a token of its own audience", async () => {
    const send = async (authorization?: string) => {
      const headers = authorization === undefined ? {} : { authorization };
      const url = `${management}/subscriptions/${azure.arm.subscriptionId}/resourceGroups/rg?api-version=2024-03-01`;
      const { status, body } = await azure.network.send({ method: "GET", url, headers });
      return { status, code: (JSON.parse(body) as { error: { code: string } }).error.code };
    };
    const token = (audience: string) => azure.entra.issueToken({ principalId: azure.deployer.objectId, audience });
    assert.deepEqual(await send(), { status: 401, code: "AuthenticationFailed" });
    const foreign = await token(vaultAudience);
    assert.deepEqual(await send(`Bearer ${foreign}`), { status: 401, code: "InvalidAuthenticationToken" });
    const own = await token(management);
    assert.deepEqual(await send(`Bearer ${own}`), { status: 404, code: "ResourceGroupNotFound" });
  });

  it("keeps the requests with their API version", async () => {
    const before = azure.arm.requests().length;
    await deploy({
      azure,
      program: () => Promise.resolve({ id: new resources.ResourceGroup("recorded", { location: "l" }).id }),
      project: "project",
      stack: "stack",
      configuration: {},
    });
    const requests = azure.arm.requests().slice(before);
    assert.deepEqual(
      requests.map(({ method }) => method),
      ["GET", "PUT", "GET"],
    );
    assert.match(
      requests[1]?.url ?? "",
      /^https:\/\/management\.azure\.com\/subscriptions\/.*\?api-version=2024-03-01$/,
    );
    assert.deepEqual(requests[1]?.body, { location: "l" });
  });

  it("takes what was there before", async () => {
    const groupId = `/subscriptions/${azure.arm.subscriptionId}/resourceGroups/old`;
    await azure.arm.seedVault(`${groupId}/providers/Microsoft.KeyVault/vaults/kv-old`, "rbac");
    const roleId = `${groupId}/providers/Microsoft.Authorization/roleDefinitions/11111111-1111-4111-8111-111111111111`;
    azure.arm.seedRoleDefinition(roleId, [{ dataActions: [setSecret], notDataActions: [] }]);
    const { outputs } = await deploy({
      azure,
      program: () => {
        const existing = { resourceGroupName: "old", vaultName: "kv-old" };
        const vault = keyvault.getVaultOutput(existing);
        const { principalId } = new managedidentity.UserAssignedIdentity("identity", { resourceGroupName: "old" });
        const grant = { principalId, principalType: "ServicePrincipal", roleDefinitionId: roleId, scope: vault.id };
        new authorization.RoleAssignment("grant", grant);
        return Promise.resolve({ vaultUri: vault.properties.vaultUri, principalId });
      },
      project: "project",
      stack: "stack",
      configuration: {},
    });
    const deployment = { outputs } as Deployment;
    assert.deepEqual(await setSecretIn(deployment), { status: 200 });
  });
});
