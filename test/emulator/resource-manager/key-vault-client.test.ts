import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { KeyVaultManagementClient } from "@azure/arm-keyvault";
import { loggedIn, type LoggedIn } from "./logged-in";

const fast = { updateIntervalInMs: 1 };

describe("@azure/arm-keyvault at the emulator", () => {
  let login: LoggedIn;
  let client: KeyVaultManagementClient;
  beforeEach(async () => {
    login = await loggedIn();
    const { arm } = login.azure;
    client = new KeyVaultManagementClient(login.credential, arm.subscriptionId, {
      ...login.options,
      apiVersion: "2024-11-01",
    });
    arm.seedResourceGroup(`/subscriptions/${arm.subscriptionId}/resourceGroups/rg`, "westeurope");
  });
  afterEach(() => login.azure.close());

  const create = (properties: { enablePurgeProtection?: boolean; createMode?: "recover" } = {}) =>
    client.vaults.createOrUpdate(
      "rg",
      "kv-client",
      {
        location: "westeurope",
        properties: {
          tenantId: login.azure.entra.tenantId,
          sku: { family: "A", name: "standard" },
          enableRbacAuthorization: true,
          softDeleteRetentionInDays: 7,
          ...properties,
        },
      },
      fast,
    );

  it("waits until a vault is made", async () => {
    const poller = create();
    const states: (string | undefined)[] = [];
    poller.onProgress(({ status }) => states.push(status));
    const vault = await poller.pollUntilDone();
    assert.equal(vault.properties.provisioningState, "Succeeded");
    assert.equal(vault.properties.vaultUri, "https://kv-client.vault.azure.net/");
    assert.ok(login.azure.arm.requests().filter(({ method }) => method === "GET").length > 0, "it polls");
    assert.equal((await client.vaults.get("rg", "kv-client")).properties.enableRbacAuthorization, true);
  });

  it("shows a secret without its value", async () => {
    await create().pollUntilDone();
    login.azure.keyVault.seedSecret("kv-client", "token", "planted");
    const secret = await client.secrets.get("rg", "kv-client", "token");
    assert.equal(secret.properties.value, undefined);
    assert.match(
      secret.properties.secretUriWithVersion ?? "",
      /^https:\/\/kv-client\.vault\.azure\.net\/secrets\/token\/\w{32}$/,
    );
    assert.equal(secret.properties.attributes?.enabled, true);
    await assert.rejects(client.secrets.get("rg", "kv-client", "other"), { statusCode: 404, code: "SecretNotFound" });
  });

  it("deletes a vault softly, finds it, and purges it: then its name is free", async () => {
    await create().pollUntilDone();
    await client.vaults.delete("rg", "kv-client");
    await assert.rejects(client.vaults.get("rg", "kv-client"), { statusCode: 404, code: "ResourceNotFound" });
    const { properties } = await client.vaults.getDeleted("kv-client", "westeurope");
    const { deletionDate, scheduledPurgeDate } = properties ?? {};
    assert.equal(Number(scheduledPurgeDate) - Number(deletionDate), 7 * 24 * 3600_000);
    await assert.rejects(async () => create().pollUntilDone(), { statusCode: 409, code: "ConflictError" });
    await client.vaults.purgeDeleted("kv-client", "westeurope", fast).pollUntilDone();
    await assert.rejects(client.vaults.getDeleted("kv-client", "westeurope"), { code: "DeletedVaultNotFound" });
    assert.equal((await create().pollUntilDone()).name, "kv-client");
  });

  it("may not purge a vault with purge protection, and recovers it", async () => {
    await create({ enablePurgeProtection: true }).pollUntilDone();
    login.azure.keyVault.seedSecret("kv-client", "token", "planted");
    await client.vaults.delete("rg", "kv-client");
    const purge = async () => client.vaults.purgeDeleted("kv-client", "westeurope", fast).pollUntilDone();
    await assert.rejects(purge, { statusCode: 403, code: "Forbidden" });
    await create({ enablePurgeProtection: true, createMode: "recover" }).pollUntilDone();
    assert.equal(login.azure.keyVault.versions("kv-client", "token").length, 1);
  });
});
