import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { json, type HttpAnswer } from "../../local/network";
import { grantsOf, without } from "../../local/proofs/grants";
import { leastRefreshToken, leastToken } from "../stack-configuration";
import { connectorOf, deployedStack, endOf, refreshed, refreshOf, type DeployedStack } from "../../local/drills/deployed-stack";
import { inPlaceOfVault } from "../../local/drills/in-place-of";
import { scriptedTokenServer, type ScriptedTokenServer } from "../../local/drills/scripted-token-server";
import { vaultAdministrator, type VaultAdministrator } from "../../local/drills/vault-administrator";

const host = "login.example.com";
const tokenUrl = `https://${host}/oauth2/token`;
const { clientId, ...withoutClientId } = leastToken;
const byClient = {
  ...withoutClientId,
  tokenUrl,
  writePath: "http",
  instanceUrl: "none",
  clientIdSecretName: "crm-client-id",
};
const byRefreshToken = { ...leastRefreshToken, tokenUrl, instanceUrl: "none" };
const good = json(200, { access_token: "an-access-token-that-is-good" });

function html(status: number): HttpAnswer {
  return { status, headers: { "content-type": "text/html" }, body: "<html>out of order</html>" };
}

describe("A refresh that fails", () => {
  let stack: DeployedStack;
  let administrator: VaultAdministrator;
  let tokenServer: ScriptedTokenServer;

  before(async () => {
    stack = await deployedStack({ tokens: [byClient, byRefreshToken] });
    administrator = await vaultAdministrator(stack);
    tokenServer = scriptedTokenServer(stack, host);
  });
  after(() => stack.azure.close());

  const versions = (name: string): number => stack.azure.keyVault.versions(stack.vaultName, name).length;

  /** How a refresh ends, how many versions of the token it adds, and how often it asks for one. */
  const outcome = async (name: string, answer: Parameters<ScriptedTokenServer["while"]>[0]): Promise<string> => {
    const before = versions(name);
    const { result, requests } = await tokenServer.while(answer, () => refreshed(stack, name));
    return `${endOf(result)}, ${versions(name) - before} stored, ${requests.length} asked`;
  };

  const error = (status: number, code: unknown): HttpAnswer => json(status, { error: code });
  const refusals: readonly (readonly [what: string, answer: HttpAnswer | undefined, code: string, tries: number])[] = [
    ["invalid_client", error(401, "invalid_client"), "invalid_client", 1],
    ["invalid_grant", error(400, "invalid_grant"), "invalid_grant", 1],
    ["unauthorized_client", error(400, "unauthorized_client"), "unauthorized_client", 1],
    ["invalid_scope", error(400, "invalid_scope"), "invalid_scope", 1],
    ["an error of its own", error(400, "org_is_asleep"), "TokenRequestRefused", 1],
    ["an error that is no text", error(400, { code: "invalid_grant" }), "TokenRequestRefused", 1],
    ["an error that is called a text", { ...error(400, "x"), headers: {} }, "TokenRequestRefused", 1],
    ["400 with half an object", { ...html(400), body: '{"error":"invalid_grant"' }, "TokenRequestRefused", 1],
    ["400 with a list", json(400, [{ error: "invalid_grant" }]), "TokenRequestRefused", 1],
    ["403 in HTML, as a firewall gives it", html(403), "TokenRequestRefused", 1],
    ["404 without a body", { status: 404, headers: {}, body: "" }, "TokenRequestRefused", 1],
    ["429", error(429, "slow_down"), "TokenServerRateLimit", 3],
    ["500 in HTML", html(500), "TokenServerUnavailable", 3],
    ["503 without a body", { status: 503, headers: {}, body: "" }, "TokenServerUnavailable", 3],
    ["a redirect", { status: 302, headers: { location: `https://${host}/login` }, body: "" }, "BadAnswer", 1],
    ["nothing, as its host does not resolve", undefined, "TokenServerUnavailable", 0],
  ];
  for (const [what, answer, code, tries] of refusals) {
    it(`ends Failed ${code} where the token server answers ${what}`, async () => {
      assert.equal(await outcome("crm-token", answer), `Failed ${code}, 0 stored, ${tries} asked`);
      // A refresh token is sent once: an attempt that timed out may have used it up.
      const once = Math.min(tries, 1);
      assert.equal(await outcome("erp-token", answer), `Failed ${code}, 0 stored, ${once} asked`);
    });
  }

  it("succeeds after all where the token server recovers between the attempts", async () => {
    let asked = 0;
    const answer = (): HttpAnswer => ((asked += 1) < 3 ? html(503) : good);
    assert.equal(await outcome("crm-token", answer), "Succeeded, 1 stored, 3 asked");
  });

  const setEnabled = async (secretName: string, enabled: boolean): Promise<void> => {
    const { version = "" } = stack.azure.keyVault.versions(stack.vaultName, secretName).at(-1) ?? {};
    const path = `/secrets/${secretName}/${version}`;
    assert.equal((await administrator.send("PATCH", path, { attributes: { enabled } })).status, 200);
  };

  for (const [name, secretName] of [
    ["crm-token", "crm-client-id"],
    ["crm-token", "crm-client-secret"],
    ["erp-token", "erp-client-secret"],
    ["erp-token", "erp-refresh-token"],
  ] as const) {
    it(`ends Failed CredentialNotFound without ${secretName}, and asks for no token`, async () => {
      await administrator.send("DELETE", `/secrets/${secretName}`);
      const failed = await outcome(name, good);
      await administrator.send("POST", `/deletedsecrets/${secretName}/recover`);
      assert.equal(failed, "Failed CredentialNotFound, 0 stored, 0 asked");
      assert.equal(await outcome(name, good), "Succeeded, 1 stored, 1 asked");
    });
    it(`ends Failed VaultForbidden where ${secretName} is disabled`, async () => {
      await setEnabled(secretName, false);
      const failed = await outcome(name, good);
      await setEnabled(secretName, true);
      assert.equal(failed, "Failed VaultForbidden, 0 stored, 0 asked");
    });
  }

  it("ends Failed VaultForbidden without its own grants, and asks for no token", async () => {
    const { arm } = stack.azure;
    for (const name of ["crm-token", "erp-token"]) {
      const grants = grantsOf(arm, refreshOf(stack, name).principalId);
      assert.equal(grants.length, name === "crm-token" ? 3 : 2);
      const failed = await without(arm, grants, () => outcome(name, good));
      assert.equal(failed, "Failed VaultForbidden, 0 stored, 0 asked");
    }
  });

  it("ends Failed VaultForbidden without the relay's grants, where it writes by the connector", async () => {
    const { arm } = stack.azure;
    const grants = grantsOf(arm, connectorOf(stack).relay.principalId);
    const rotated = json(200, { access_token: "an-access-token", refresh_token: "a-rotated-refresh-token" });
    const failed = await without(arm, grants, () => outcome("erp-token", rotated));
    assert.equal(failed, "Failed VaultForbidden, 0 stored, 1 asked");
    assert.equal(await administrator.valueOf("erp-refresh-token"), "a-rotated-refresh-token");
  });

  const vaultAnswers: readonly (readonly [answer: HttpAnswer | undefined, code: string])[] = [
    [json(401, { error: { code: "Unauthorized" } }), "VaultForbidden"],
    [json(429, { error: { code: "Throttled" } }), "VaultThrottled"],
    [html(503), "VaultUnavailable"],
    [undefined, "VaultUnavailable"],
  ];
  for (const [answer, code] of vaultAnswers) {
    it(`ends Failed ${code} where the vault answers ${answer?.status ?? "nothing"}`, async () => {
      for (const name of ["crm-token", "erp-token"]) {
        const before = versions(name);
        const { result, requests } = await tokenServer.while(good, () =>
          inPlaceOfVault(stack, answer === undefined ? undefined : () => answer, () => refreshed(stack, name)),
        );
        assert.deepEqual([endOf(result), requests.length, versions(name)], [`Failed ${code}`, 0, before]);
      }
    });
  }

  it("ends Failed VaultConflict where the token's own secret was deleted, by HTTP and by the connector", async () => {
    for (const name of ["crm-token", "erp-token"]) {
      await outcome(name, good);
      await administrator.send("DELETE", `/secrets/${name}`);
      const failed = await outcome(name, good);
      await administrator.send("POST", `/deletedsecrets/${name}/recover`);
      assert.equal(failed, "Failed VaultConflict, 0 stored, 1 asked");
    }
  });

  it("ends Failed RotatedRefreshTokenNotStored where that is lost, and stores no access token", async () => {
    const rotated = json(200, { access_token: "an-access-token", refresh_token: "a-lost-refresh-token" });
    const failed = await outcome("erp-token", async () => {
      await administrator.send("DELETE", "/secrets/erp-refresh-token");
      return rotated;
    });
    await administrator.send("POST", "/deletedsecrets/erp-refresh-token/recover");
    assert.equal(failed, "Failed RotatedRefreshTokenNotStored, 0 stored, 1 asked");
  });

  it("ends Failed where the vault does not take the token", async () => {
    const tooLong = json(200, { access_token: "x".repeat(25_601) });
    for (const name of ["crm-token", "erp-token"]) {
      assert.match(await outcome(name, tooLong), /^Failed \w+, 0 stored, 1 asked$/);
    }
    const tooLate = json(200, { access_token: "an-access-token", expires_in: 9_999_999_999_999 });
    for (const name of ["crm-token", "erp-token"]) {
      assert.match(await outcome(name, tooLate), /^Failed \w+, 0 stored, 1 asked$/);
    }
  });
});
