import { after, before, beforeEach, describe, it } from "mocha";
import assert from "node:assert/strict";
import { allSecretOperations } from "../../../azure";
import { noonSeconds, openVault, principalId, refusal, vaultUrl, type VaultBench } from "./vault-bench";

const attributes = {
  enabled: true,
  created: noonSeconds,
  updated: noonSeconds,
  recoveryLevel: "Recoverable+Purgeable",
  recoverableDays: 90,
};

interface Bundle {
  readonly id: string;
  readonly value?: string;
}

describe("Key Vault's answers", () => {
  let bench: VaultBench;
  let secret: string;
  let count = 0;

  before(async () => {
    bench = await openVault();
  });

  after(() => bench.network.close());

  beforeEach(() => {
    secret = `secret-${(count += 1)}`;
    bench.decide = () => "allowed";
    bench.intercept = () => undefined;
    bench.asked.length = 0;
  });

  const set = async (body: object = { value: "v1" }): Promise<Bundle> =>
    (await bench.call("PUT", `/secrets/${secret}`, body)).body as Bundle;
  const versionOf = ({ id }: Bundle): string => id.split("/").at(-1) ?? "";

  it("repeat the value after Set and Get only", async () => {
    const given = { value: "v1", contentType: "text/plain", tags: { a: "1" }, attributes: { exp: 1, nbf: 0 } };
    const bundle = await set(given);
    const version = versionOf(bundle);
    const shown = {
      id: `${vaultUrl}/secrets/${secret}/${version}`,
      contentType: "text/plain",
      tags: { a: "1" },
      attributes: { ...attributes, exp: 1, nbf: 0 },
    };
    assert.deepEqual(bundle, { value: "v1", ...shown });
    for (const path of [
      secret,
      `${secret}/`,
      `${secret}/${version}`,
      `${secret.toUpperCase()}/${version.toUpperCase()}`,
    ]) {
      assert.deepEqual((await bench.call("GET", `/secrets/${path}`)).body, { value: "v1", ...shown }, path);
    }
    const patched = await bench.call("PATCH", `/secrets/${secret}/`, { contentType: "x/y" });
    assert.deepEqual(patched.body, { ...shown, contentType: "x/y" });
    assert.deepEqual((await bench.call("PATCH", `/secrets/${secret}/${version}`, {})).body, patched.body);
    const times = { deletedDate: noonSeconds, scheduledPurgeDate: noonSeconds + 90 * 24 * 3600 };
    const recovery = { recoveryId: `${vaultUrl}/deletedsecrets/${secret}`, ...times };
    const deleted = await bench.call("DELETE", `/secrets/${secret}`);
    assert.deepEqual(deleted.body, { ...shown, contentType: "x/y", ...recovery });
    assert.deepEqual((await bench.call("GET", `/deletedsecrets/${secret}`)).body, deleted.body);
    assert.deepEqual((await bench.call("POST", `/deletedsecrets/${secret}/recover`)).body, patched.body);
  });

  it("leave out what was not given", async () => {
    const bundle = await set();
    assert.deepEqual(bundle, { value: "v1", id: `${vaultUrl}/secrets/${secret}/${versionOf(bundle)}`, attributes });
  });

  it("keep the versions of a secret", async () => {
    const [first, second] = [await set(), await set({ value: "v2" })];
    const current = await bench.call("GET", `/secrets/${secret}`);
    assert.deepEqual([current.status, current.body], [200, second]);
    assert.deepEqual((await bench.call("GET", `/secrets/${secret}/${versionOf(first)}`)).body, first);
    const listed = (await bench.call("GET", `/secrets/${secret}/versions`)).body as { value: Bundle[] };
    assert.deepEqual(new Set(listed.value.map(({ id }) => id)), new Set([first.id, second.id]));
    assert.equal(
      listed.value.some((item) => "value" in item),
      false,
    );
  });

  it("have an operation for each of the table of permissions", async () => {
    for (const { name, method, path, permission, dataAction } of allSecretOperations) {
      bench.asked.length = 0;
      bench.decide = () => "ForbiddenByRbac";
      const url = path.replace("{secret-name}", secret).replace("{secret-version}", "0".repeat(32));
      const { status, inner } = refusal(await bench.call(method, url));
      assert.deepEqual({ status, inner }, { status: 403, inner: "ForbiddenByRbac" }, `${method} ${path}`);
      const target = path.includes("{secret-name}") ? { secretName: secret } : {};
      assert.deepEqual(bench.asked, [{ principalId, vaultName: "kv-test", permission, dataAction, ...target }], name);
      bench.decide = () => "allowed";
      assert.notEqual((await bench.call(method, url)).status, 500, name);
    }
  });

  it("say what is missing for a refusal", async () => {
    bench.decide = () => "ForbiddenByRbac";
    const action = "Microsoft.KeyVault/vaults/secrets/setSecret/action";
    assert.deepEqual(refusal(await bench.call("PUT", `/secrets/${secret}`, { value: "v" })), {
      status: 403,
      code: "Forbidden",
      message:
        `Caller '${principalId}' is not authorized to perform action '${action}' on vault 'kv-test', ` +
        `secret '${secret}'. If role assignments changed recently, observe propagation time.`,
      inner: "ForbiddenByRbac",
    });
    bench.decide = () => "ForbiddenByPolicy";
    assert.deepEqual(refusal(await bench.call("GET", "/secrets")), {
      status: 403,
      code: "Forbidden",
      message: `The user, group or application '${principalId}' does not have secrets list permission on key vault 'kv-test'.`,
      inner: "ForbiddenByPolicy",
    });
  });

  it("challenge before anything else whoever brings no valid token", async () => {
    const header = `Bearer authorization="https://login.microsoftonline.com/${bench.entra.tenantId}", resource="https://vault.azure.net"`;
    const expired = await bench.entra.issueToken({ principalId, audience: "https://vault.azure.net" });
    const foreign = await bench.entra.issueToken({ principalId, audience: "https://management.azure.com" });
    await bench.clock.wait(3600_000);
    for (const authorization of ["", "Bearer", "Bearer x", "Basic eDp5", `Bearer ${foreign}`, `Bearer ${expired}`]) {
      for (const path of ["/secrets/x?api-version=7.4", "/nowhere", "/secrets/x?api-version=0"]) {
        const answer = await bench.call("PUT", path, undefined, { authorization });
        assert.equal(answer.headers["www-authenticate"], header);
        assert.deepEqual([answer.status, refusal(answer).code], [401, "Unauthorized"]);
      }
    }
    assert.deepEqual(bench.asked, []);
  });

  it("know the versions of the API", async () => {
    for (const version of ["7.4", "7.5", "7.6", "2025-07-01", "2026-04-01"]) {
      assert.equal((await bench.call("GET", `/secrets?api-version=${version}`)).status, 200, version);
    }
    assert.deepEqual(refusal(await bench.call("GET", "/secrets?maxresults=5")), {
      status: 400,
      code: "BadParameter",
      message: "api-version must be specified.",
    });
    assert.deepEqual(refusal(await bench.call("GET", "/secrets?api-version=2016-10-01")), {
      status: 400,
      code: "BadParameter",
      message:
        "The specified version (2016-10-01) is not recognized. Supported are 7.4, 7.5, 7.6, 2025-07-01, 2026-04-01.",
    });
    const unknown = await bench.call("GET", "/secrets/x?api-version=7.4&outContentType=application%2Fx-pem-file");
    assert.equal(refusal(unknown).message, "The emulator does not support the query parameter 'outContentType'.");
  });

  it("refuse what is not an operation on secrets", async () => {
    for (const [method, path, status, message] of [
      ["GET", "/keys", 404, "Nothing is at /keys: only secrets are."],
      ["GET", "/", 404, "Nothing is at /: only secrets are."],
      ["GET", "/secrets/a/b/c", 404, "Nothing is at /secrets/a/b/c: only secrets are."],
      ["POST", "/secrets/a", 405, "POST is not an operation on /secrets/a; PUT, DELETE, GET is."],
      ["PATCH", "/secrets/a", 405, "PATCH is not an operation on /secrets/a; PUT, DELETE, GET is."],
      ["PUT", "/secrets/a/", 405, "PUT is not an operation on /secrets/a/; PATCH, GET is."],
    ] as const) {
      const code = status === 404 ? "NotFound" : "MethodNotAllowed";
      assert.deepEqual(refusal(await bench.call(method, path)), { status, code, message });
    }
  });

  it("page lists by their own links", async () => {
    bench.keyVault.putVault({
      name: "kv-paged",
      id: "/v",
      softDeleteRetentionInDays: 7,
      enablePurgeProtection: false,
    });
    for (const name of ["c", "A", "b"]) bench.keyVault.seedSecret("kv-paged", name, "v");
    const paged = "https://kv-paged.vault.azure.net/secrets";
    const names: string[] = [];
    const links: unknown[] = [];
    for (let url: string | null = `${paged}?api-version=7.6&maxresults=2`; url !== null;) {
      const body = (await bench.call("GET", url)).body as { value: Bundle[]; nextLink: string | null };
      names.push(...body.value.map(({ id }) => id));
      links.push((url = body.nextLink));
    }
    assert.deepEqual(names, [`${paged}/A`, `${paged}/b`, `${paged}/c`]);
    assert.deepEqual(links, [`${paged}?api-version=7.6&$skiptoken=Yg&maxresults=2`, null]);
    for (const wrong of ["0", "26", "-1", "x", "1.5"]) {
      const { status, message } = refusal(await bench.call("GET", `/secrets?api-version=7.4&maxresults=${wrong}`));
      assert.deepEqual([status, message], [400, `maxresults is '${wrong}'; it must be from 1 to 25.`]);
    }
  });

  it("come from elsewhere in a fault", async () => {
    bench.intercept = ({ method }) => (method === "PUT" ? { status: 503, headers: {}, body: "" } : undefined);
    assert.equal((await bench.call("PUT", `/secrets/${secret}`, { value: "v" })).status, 503);
    assert.equal((await bench.call("GET", `/secrets/${secret}`)).status, 404);
  });
});
