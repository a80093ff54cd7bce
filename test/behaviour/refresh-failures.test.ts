import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { json } from "../../emulator/network";
import { findGrants, withoutGrants } from "../../local/proofs/grants";
import { leastRefreshToken, leastToken } from "../stack-configuration";
import {
  requireConnector,
  deployControlledStack,
  describeEnd,
  runRefresh,
  type ControlledStack,
} from "../../local/stack/controlled-stack";
import { scriptedTokenServer, type ScriptedTokenServer } from "../../local/faults/scripted-token-server";
import { vaultAdministrator, type VaultAdministrator } from "../../local/faults/vault-administrator";

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

describe("A refresh that fails, beyond the faults,", () => {
  let stack: ControlledStack;
  let administrator: VaultAdministrator;
  let tokenServer: ScriptedTokenServer;

  before(async () => {
    stack = await deployControlledStack({ tokens: [byClient, byRefreshToken] });
    administrator = await vaultAdministrator(stack);
    tokenServer = scriptedTokenServer(stack, host);
  });
  after(() => stack.azure.close());

  const versions = (name: string): number => stack.azure.keyVault.versions(stack.vaultName, name).length;

  /** How a refresh ends, how many versions of the token it adds, and how often it asks for one. */
  const outcome = async (name: string, answer: Parameters<ScriptedTokenServer["while"]>[0]): Promise<string> => {
    const before = versions(name);
    const { result, requests } = await tokenServer.while(answer, () => runRefresh(stack, name));
    return `${describeEnd(result)}, ${versions(name) - before} stored, ${requests.length} asked`;
  };

  const setEnabled = async (secretName: string, enabled: boolean): Promise<void> => {
    const { version = "" } = stack.azure.keyVault.versions(stack.vaultName, secretName).at(-1) ?? {};
    const path = `/secrets/${secretName}/${version}`;
    assert.equal((await administrator.send("PATCH", path, { attributes: { enabled } })).status, 200);
  };

  it("ends Failed CredentialNotFound without its client id, and asks for no token", async () => {
    await administrator.send("DELETE", "/secrets/crm-client-id");
    const failed = await outcome("crm-token", good);
    await administrator.send("POST", "/deletedsecrets/crm-client-id/recover");
    assert.equal(failed, "Failed CredentialNotFound, 0 stored, 0 asked");
    assert.equal(await outcome("crm-token", good), "Succeeded, 1 stored, 1 asked");
  });

  it("ends Failed VaultForbidden where its client id is disabled", async () => {
    await setEnabled("crm-client-id", false);
    const failed = await outcome("crm-token", good);
    await setEnabled("crm-client-id", true);
    assert.equal(failed, "Failed VaultForbidden, 0 stored, 0 asked");
  });

  it("ends Failed VaultForbidden without the relay's grants, where it writes by the connector", async () => {
    const { arm } = stack.azure;
    const grants = findGrants(arm, requireConnector(stack).relay.principalId);
    const rotated = json(200, { access_token: "an-access-token", refresh_token: "a-rotated-refresh-token" });
    const failed = await withoutGrants(arm, grants, () => outcome("erp-token", rotated));
    assert.equal(failed, "Failed VaultForbidden, 0 stored, 1 asked");
    assert.equal(await administrator.valueOf("erp-refresh-token"), "a-rotated-refresh-token");
  });
});
