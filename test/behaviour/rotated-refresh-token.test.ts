import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { searchForSecrets } from "../../local/leak-search";
import type { Run } from "../../emulator/logic-apps";
import { json, type HttpAnswer } from "../../emulator/network";
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
const instanceUrl = `https://${host}`;
const secrets = ["the-access-token-that-was-answered", "the-refresh-token-that-was-answered"] as const;
const [accessToken, refreshToken] = secrets;
const good = { access_token: accessToken, token_type: "Bearer", instance_url: instanceUrl };

const rotating = { ...leastRefreshToken, secretName: "hr-token", refreshTokenSecretName: "hr-refresh-token" };

/** An answer that is not JSON object, or is not called one. */
function text(status: number, body: string, contentType = "application/json"): HttpAnswer {
  return { status, headers: { "content-type": contentType }, body };
}

describe("A refresh that may rotate its refresh token,", () => {
  let stack: ControlledStack;
  let administrator: VaultAdministrator;
  let tokenServer: ScriptedTokenServer;

  before(async () => {
    stack = await deployControlledStack({
      tokens: [
        { ...leastToken, tokenUrl, writePath: "http" },
        { ...leastRefreshToken, tokenUrl, instanceUrl: "secret" },
        { ...rotating, tokenUrl, instanceUrl: "none", writePath: "http" },
      ],
    });
    administrator = await vaultAdministrator(stack);
    tokenServer = scriptedTokenServer(stack, host);
  });
  after(() => stack.azure.close());

  const versions = (name: string) => stack.azure.keyVault.versions(stack.vaultName, name);
  const refresh = async (
    name: string,
    answer: HttpAnswer,
  ): Promise<{ readonly run: Run; readonly requests: number }> => {
    const { result, requests } = await tokenServer.while(answer, () => runRefresh(stack, name));
    return { run: result, requests: requests.length };
  };
  /** What a run's history shows of the tokens, and the relay's. */
  const leaks = (run: Run): readonly object[] => {
    const relayRun = stack.azure.logicApps.runs(requireConnector(stack).relay.id).at(-1);
    return searchForSecrets({ secrets, places: [{ name: "run history", content: JSON.stringify([run, relayRun]) }] });
  };

  const types = [
    "application/json",
    "text/plain",
    "text/html",
    "text/javascript",
    "text/json",
    "application/vnd.x+json",
    "",
  ];
  for (const type of types) {
    it(`stores the token and a rotated refresh token of JSON that is called '${type}'`, async () => {
      const { secretName, refreshTokenSecretName } = rotating;
      const answer = {
        ...good,
        access_token: `${accessToken} of ${type}`,
        refresh_token: `${refreshToken} of ${type}`,
      };
      const { run } = await refresh(secretName, text(200, JSON.stringify(answer), type));
      assert.equal(describeEnd(run), "Succeeded");
      assert.equal(await administrator.valueOf(secretName), answer.access_token);
      assert.equal(await administrator.valueOf(refreshTokenSecretName), answer.refresh_token);
      assert.deepEqual(leaks(run), []);
    });
  }

  const ends: readonly (readonly [what: string, answer: object, seconds: number | undefined])[] = [
    ["refresh_token_expires_in", { refresh_token_expires_in: 15_552_000 }, 15_552_000],
    ["refresh_expires_in", { refresh_expires_in: "1800" }, 1_800],
    ["x_refresh_token_expires_in", { x_refresh_token_expires_in: 8_726_400 }, 8_726_400],
    ["no end", {}, undefined],
    ["an end of 0, for never", { refresh_expires_in: 0 }, undefined],
    ["an end that nobody lives to see", { refresh_token_expires_in: 253_402_303_861 }, 157_680_000],
  ];
  for (const [what, answer, seconds] of ends) {
    it(`stores a rotated refresh token with ${what}`, async () => {
      const { secretName, refreshTokenSecretName } = rotating;
      const { run } = await refresh(secretName, json(200, { ...good, refresh_token: `for ${what}`, ...answer }));
      assert.equal(describeEnd(run), "Succeeded");
      const { exp } = versions(refreshTokenSecretName).at(-1) ?? {};
      assert.equal(exp === undefined ? undefined : (exp.getTime() - stack.clock.now().getTime()) / 1_000, seconds);
      assert.equal(await administrator.valueOf(refreshTokenSecretName), `for ${what}`);
    });
  }

  it("ends Failed RotatedRefreshTokenNotStored for a refresh token that the vault does not take", async () => {
    const { secretName, refreshTokenSecretName } = rotating;
    const before = versions(refreshTokenSecretName).length;
    for (const odd of ["x".repeat(25_601), { token: refreshToken }, [refreshToken]]) {
      const { run } = await refresh(secretName, json(200, { ...good, refresh_token: odd }));
      assert.equal(describeEnd(run), "Failed RotatedRefreshTokenNotStored");
    }
    assert.equal(versions(refreshTokenSecretName).length, before);
  });

  it("keeps the refresh token where none came with the answer", async () => {
    const { secretName, refreshTokenSecretName } = rotating;
    const stored = await administrator.valueOf(refreshTokenSecretName);
    const [tokens, refreshTokens] = [versions(secretName).length, versions(refreshTokenSecretName).length];
    for (const again of [undefined, null, "", stored]) {
      const { run } = await refresh(secretName, json(200, { access_token: accessToken, refresh_token: again }));
      assert.equal(describeEnd(run), "Succeeded");
      assert.equal(run.actions.find(({ name }) => name === "Set_refresh_token")?.status, "Skipped");
    }
    assert.deepEqual(
      [versions(secretName).length, versions(refreshTokenSecretName).length],
      [tokens + 4, refreshTokens],
    );
    await refresh(secretName, json(200, { access_token: accessToken, refresh_token: refreshToken }));
    assert.deepEqual(
      [versions(secretName).length, versions(refreshTokenSecretName).length],
      [tokens + 5, refreshTokens + 1],
    );
  });

  it("stores a rotated refresh token even where the access token is of no use", async () => {
    const { secretName, refreshTokenSecretName } = leastRefreshToken;
    const answer = json(200, { ...good, access_token: "", refresh_token: refreshToken });
    const before = [versions(secretName).length, versions(refreshTokenSecretName).length] as const;
    assert.equal(describeEnd((await refresh(secretName, answer)).run), "Failed BadAnswer");
    assert.equal(versions(secretName).length, before[0]);
    assert.equal(versions(refreshTokenSecretName).length, before[1] + 1);
    assert.equal(await administrator.valueOf(refreshTokenSecretName), refreshToken);
  });
});
