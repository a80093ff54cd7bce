import { afterEach, beforeEach, describe, it } from "mocha";
import assert from "node:assert/strict";
import { HostNotServedError } from "../../../emulator/network";
import { noon, openVault, refusal, vault, vaultUrl, type VaultBench } from "./vault-bench";

const day = 24 * 3600_000;

describe("Vaults", () => {
  let bench: VaultBench;

  beforeEach(async () => {
    bench = await openVault();
  });

  afterEach(() => bench.network.close());

  const inner = async (): Promise<string | undefined> =>
    refusal(await bench.call("PUT", "/secrets/token", { value: "v" })).inner;
  const level = async (): Promise<unknown> => {
    const { attributes } = (await bench.call("GET", "/secrets/token")).body as { attributes: Record<string, unknown> };
    return [attributes.recoveryLevel, attributes.recoverableDays];
  };

  it("keep a deleted vault's name and secrets until it is recovered", async () => {
    const { keyVault } = bench;
    keyVault.seedSecret("kv-test", "token", "v1");
    assert.equal(keyVault.isNameTaken("KV-TEST"), "live");
    keyVault.deleteVault("KV-test");
    assert.equal(keyVault.isNameTaken("kv-test"), "deleted");
    await assert.rejects(bench.call("GET", "/secrets/token"), HostNotServedError);
    assert.throws(() => {
      keyVault.putVault(vault);
    }, /The vault name 'kv-test' is taken/);
    assert.throws(() => keyVault.versions("kv-test", "token"), /There is no live vault named 'kv-test'/);
    keyVault.recoverVault("kv-test");
    assert.equal(((await bench.call("GET", "/secrets/token")).body as { value: string }).value, "v1");
  });

  it("free the name when a deleted vault is purged, or its retention is over", async () => {
    const { keyVault, clock } = bench;
    keyVault.seedSecret("kv-test", "token", "v1");
    keyVault.deleteVault("kv-test");
    keyVault.purgeVault("kv-test");
    assert.equal(keyVault.isNameTaken("kv-test"), "no");
    keyVault.putVault(vault);
    assert.deepEqual(keyVault.secretNames("kv-test"), []);
    keyVault.deleteVault("kv-test");
    await clock.wait(90 * day - 1);
    assert.equal(keyVault.isNameTaken("kv-test"), "deleted");
    await clock.wait(1);
    assert.equal(keyVault.isNameTaken("kv-test"), "no");
    assert.throws(() => {
      keyVault.recoverVault("kv-test");
    }, /There is no deleted vault named 'kv-test'/);
  });

  it("do not purge what is live, unknown or protected", () => {
    const { keyVault } = bench;
    for (const name of ["kv-test", "kv-unknown"]) {
      assert.throws(
        () => {
          keyVault.purgeVault(name);
        },
        new RegExp(`There is no deleted vault named '${name}'`),
      );
    }
    keyVault.putVault({ ...vault, enablePurgeProtection: true });
    keyVault.deleteVault("kv-test");
    assert.throws(() => {
      keyVault.purgeVault("kv-test");
    }, /Vault 'kv-test' has purge protection: it goes when its time is over/);
    assert.throws(() => {
      keyVault.deleteVault("kv-test");
    }, /There is no live vault named 'kv-test'/);
  });

  it("say how long, and whether for sure, a deleted secret can be recovered", async () => {
    bench.keyVault.seedSecret("kv-test", "token", "v1");
    for (const [softDeleteRetentionInDays, enablePurgeProtection, recoveryLevel] of [
      [90, false, "Recoverable+Purgeable"],
      [7, false, "CustomizedRecoverable+Purgeable"],
      [89, true, "CustomizedRecoverable"],
      [90, true, "Recoverable"],
    ] as const) {
      bench.keyVault.putVault({ ...vault, softDeleteRetentionInDays, enablePurgeProtection });
      assert.deepEqual(await level(), [recoveryLevel, softDeleteRetentionInDays]);
    }
  });

  it("refuse a retention that no vault can have", () => {
    for (const softDeleteRetentionInDays of [6, 91, 7.5, Number.NaN]) {
      assert.throws(
        () => {
          bench.keyVault.putVault({ ...vault, softDeleteRetentionInDays });
        },
        new RegExp(`softDeleteRetentionInDays of vault 'kv-test' is ${softDeleteRetentionInDays}; it must be`),
      );
    }
  });

  it("keep a deleted secret's name until its retention is over", async () => {
    bench.keyVault.putVault({ ...vault, softDeleteRetentionInDays: 7 });
    bench.keyVault.seedSecret("kv-test", "token", "v1");
    await bench.call("DELETE", "/secrets/token");
    await bench.clock.wait(7 * day - 1);
    assert.equal(await inner(), "ObjectIsDeletedButRecoverable");
    assert.throws(() => {
      bench.keyVault.seedSecret("kv-test", "token", "another");
    }, /Secret token is currently in a deleted but recoverable state/);
    await bench.clock.wait(1);
    assert.equal((await bench.call("GET", "/deletedsecrets/token")).status, 404);
    assert.equal((await bench.call("PUT", "/secrets/token", { value: "v" })).status, 200);
    assert.equal(bench.keyVault.versions("kv-test", "token").length, 1);
  });

  it("do not purge a secret of a vault with purge protection", async () => {
    bench.keyVault.putVault({ ...vault, enablePurgeProtection: true });
    bench.keyVault.seedSecret("kv-test", "token", "v1");
    await bench.call("DELETE", "/secrets/token");
    assert.deepEqual(refusal(await bench.call("DELETE", "/deletedsecrets/token")), {
      status: 403,
      code: "Forbidden",
      message:
        'Operation "purge" is not allowed because purge protection is enabled for this vault. ' +
        "Key Vault service will automatically purge it after the retention period has passed.",
    });
    assert.equal((await bench.call("GET", "/deletedsecrets/token")).status, 200);
  });

  it("tell their owner what is in them, and every value only for leak searches", async () => {
    const { keyVault, clock } = bench;
    const attributes = { exp: 1_800_000_000, nbf: 1_700_000_000 };
    await bench.call("PUT", "/secrets/token", { value: "v1", tags: { a: "1" }, contentType: "x/y", attributes });
    await clock.wait(1000);
    await bench.call("PUT", "/secrets/Token", { value: "v2" });
    keyVault.seedSecret("kv-test", "Another", "v3");
    await bench.call("DELETE", "/secrets/another");
    keyVault.seedSecret("kv-test", "b", "v4");
    keyVault.seedSecret("kv-test", "C", "v4");
    const [first, second] = keyVault.versions("kv-test", "TOKEN");
    assert.deepEqual(first, {
      id: `${vaultUrl}/secrets/token/${first?.version ?? ""}`,
      version: first?.version,
      enabled: true,
      created: noon,
      tags: { a: "1" },
      contentType: "x/y",
      exp: new Date("2027-01-15T08:00:00Z"),
      nbf: new Date("2023-11-14T22:13:20Z"),
    });
    assert.deepEqual([second?.created, second?.tags], [new Date(noon.getTime() + 1000), {}]);
    assert.equal(keyVault.versions("kv-test", "token").length, 2);
    assert.deepEqual(keyVault.versions("kv-test", "unknown"), []);
    assert.deepEqual(keyVault.secretNames("kv-test"), ["b", "C", "token"]);
    assert.deepEqual(keyVault.values(), ["v1", "v2", "v3", "v4"]);
  });

  it("take no secret that Key Vault would not", () => {
    for (const [name, value, message] of [
      ["a_b", "v", /invalid name: a_b/],
      ["ab", "v".repeat(25_601), /^KeyVaultError: Property value is longer than 25600 bytes \(25 KB\)\.$/],
    ] as const) {
      assert.throws(() => {
        bench.keyVault.seedSecret("kv-test", name, value);
      }, message);
    }
    assert.throws(() => {
      bench.keyVault.seedSecret("kv-unknown", "a", "v");
    }, /There is no live vault named 'kv-unknown'/);
  });
});
