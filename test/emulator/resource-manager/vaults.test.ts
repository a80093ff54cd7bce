import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { refusal } from "./refusal";
import { groupId, inMemory, tenantId, vaultId } from "./resource-manager-in-memory";

async function withGroup() {
  const arm = inMemory();
  await arm.putGroup();
  return arm;
}

describe("A vault in Azure Resource Manager", () => {
  it("gets its address", async () => {
    const { putVault } = await withGroup();
    const { properties } = (await putVault()) as { properties: Record<string, unknown> };
    assert.equal(properties.vaultUri, "https://kv-test.vault.azure.net/");
    assert.deepEqual(properties.accessPolicies, []);
  });

  it("cannot take a name that another group's vault has", async () => {
    const { putVault, send } = await withGroup();
    await putVault();
    const other = groupId.replace("/rg", "/other");
    await send("PUT", other, "2024-03-01", { location: "westeurope" });
    await refusal(putVault({}, vaultId.replace(groupId, other)), 409, "VaultAlreadyExists");
  });

  it("comes back under a soft-deleted name only by recovery", async () => {
    const { putVault, send } = await withGroup();
    await putVault();
    await send("DELETE", vaultId, "2024-11-01");
    await refusal(putVault(), 409, "ConflictError");
    await putVault({ createMode: "recover" });
    await putVault({ enablePurgeProtection: true });
  });

  for (const [what, properties] of Object.entries({
    "another tenant": { tenantId: "33333333-3333-4333-8333-333333333333" },
    "no soft delete": { enableSoftDelete: false },
    "purge protection switched off": { enablePurgeProtection: false },
    "6 days of retention": { softDeleteRetentionInDays: 6 },
    "an unknown sku": { sku: { family: "A", name: "basic" } },
  })) {
    it(`refuses ${what}`, async () => {
      const { putVault } = await withGroup();
      await refusal(putVault(properties), 400, "BadRequest");
    });
  }

  it("refuses a name that no vault can have", async () => {
    const { putVault } = await withGroup();
    await refusal(putVault({}, vaultId.replace("kv-test", "1-vault")), 400, "VaultNameNotValid");
  });

  it("refuses a change of its retention", async () => {
    const { putVault } = await withGroup();
    await putVault({ softDeleteRetentionInDays: 7 });
    await refusal(putVault({ softDeleteRetentionInDays: 8 }), 400, "BadRequest");
  });

  it("refuses a firewall, which the emulator has not", async () => {
    const { putVault } = await withGroup();
    await refusal(putVault({ networkAcls: { defaultAction: "Deny" } }), 501, "VaultFirewallNotServed");
  });
});

describe("Access policies of a vault", () => {
  const policy = (objectId: string, ...secrets: string[]) => ({ objectId, tenantId, permissions: { secrets } });
  const body = (...accessPolicies: object[]) => ({ properties: { accessPolicies } });

  async function withVault() {
    const arm = await withGroup();
    await arm.putVault({ enableRbacAuthorization: false });
    const write = (operation: string, ...entries: object[]) =>
      arm.send("PUT", `${vaultId}/accessPolicies/${operation}`, "2024-11-01", body(...entries)) as Promise<{
        properties: { accessPolicies: unknown };
      }>;
    return { ...arm, write };
  }

  it("are added to, replaced and removed by object id", async () => {
    const { write } = await withVault();
    await write("add", policy("a", "get"), policy("b", "list"));
    const added = await write("add", policy("a", "set"));
    assert.deepEqual(added.properties.accessPolicies, [policy("b", "list"), policy("a", "get", "set")]);
    const replaced = await write("replace", policy("A", "list"));
    assert.deepEqual(replaced.properties.accessPolicies, [policy("b", "list"), policy("A", "list")]);
    const removed = await write("remove", policy("b"));
    assert.deepEqual(removed.properties.accessPolicies, [policy("A", "list")]);
  });

  it("are refused with another operation, without their properties, and beyond 1024", async () => {
    const { write } = await withVault();
    await refusal(write("merge", policy("a", "get")), 400, "BadRequest");
    const message = await refusal(write("add", { objectId: "a" }), 400, "BadRequest");
    assert.equal(message, "An access policy lacks tenantId, permissions.");
    const policies = Array.from({ length: 1024 }, (_, index) => policy(String(index), "get"));
    await write("replace", ...policies);
    await refusal(write("add", policy("one more", "get")), 400, "BadRequest");
  });

  it("conflict when two writes of one vault overlap, and only then", async () => {
    const { write, putVault } = await withVault();
    const first = write("replace", policy("a", "get"));
    await refusal(write("replace", policy("b", "get")), 409, "ConflictError");
    await refusal(putVault(), 409, "ConflictError");
    await first;
    const second = await write("replace", policy("b", "get"));
    assert.deepEqual(second.properties.accessPolicies, [policy("a", "get"), policy("b", "get")]);
  });

  it("do not conflict between vaults", async () => {
    const { putVault, send, write } = await withVault();
    const other = vaultId.replace("kv-test", "kv-other");
    await putVault({}, other);
    await Promise.all([
      write("replace", policy("a", "get")),
      send("PUT", `${other}/accessPolicies/replace`, "2024-11-01", body(policy("a", "get"))),
    ]);
  });
});
