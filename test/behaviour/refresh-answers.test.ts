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

describe("A refresh, by what the token server answers,", () => {
  let stack: ControlledStack;
  let administrator: VaultAdministrator;
  let tokenServer: ScriptedTokenServer;

  before(async () => {
    stack = await deployControlledStack({
      tokens: [
        { ...leastToken, tokenUrl, instanceUrl: "tag", writePath: "http" },
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

  /** A successful answer without an access token may have had a refresh token that is lost now. */
  const perhapsLost = "RotatedRefreshTokenNotStored";
  const unusable: readonly (readonly [what: string, answer: HttpAnswer, withRefreshToken?: string, always?: string])[] =
    [
      ["an empty access_token", json(200, { ...good, access_token: "" }), perhapsLost],
      ["a blank access_token", json(200, { ...good, access_token: "  " })],
      ["an access_token that is a number", json(200, { ...good, access_token: 12_345_678 })],
      ["an access_token that is an object", json(200, { ...good, access_token: { value: accessToken } })],
      ["an access_token that is a list", json(200, { ...good, access_token: [accessToken] })],
      ["an access_token that is null", json(200, { ...good, access_token: null }), perhapsLost],
      ["an access_token that is true", json(200, { ...good, access_token: true })],
      [
        "no access_token",
        json(200, { token_type: "Bearer", instance_url: instanceUrl, id_token: accessToken }),
        perhapsLost,
      ],
      ["an error with status 200", json(200, { error: "invalid_grant" }), "invalid_grant", "invalid_grant"],
      ["an error that is an object", json(200, { error: { code: 400, message: "expired" } })],
      [
        "an error as a form",
        text(200, "error=bad_refresh_token&error_description=x", "text/plain"),
        "invalid_grant",
        "invalid_grant",
      ],
      [
        "a token in an object",
        json(200, { status: "ok", data: { ...good, refresh_token: refreshToken } }),
        perhapsLost,
      ],
      [
        "an access_token of the type mac",
        json(200, { ...good, token_type: "mac" }),
        "TokenTypeNotSupported",
        "TokenTypeNotSupported",
      ],
      ["nothing, with status 200", { status: 200, headers: {}, body: "" }, perhapsLost],
      ["nothing, with status 204", { status: 204, headers: {}, body: "" }, perhapsLost],
      ["a login page with status 200", text(200, `<html>${accessToken}</html>`, "text/html"), perhapsLost],
      ["a text with status 200", text(200, accessToken, "text/plain"), perhapsLost],
      ["half of its JSON", text(200, JSON.stringify(good).slice(0, -2)), perhapsLost],
      ["JSON that is a text", text(200, JSON.stringify(accessToken)), perhapsLost],
      ["JSON that is a list", text(200, JSON.stringify([good])), perhapsLost],
      ["JSON that is null", text(200, "null"), perhapsLost],
      ["no instance_url", json(200, { access_token: accessToken })],
      ["an instance_url that is a number", json(200, { ...good, instance_url: 5 })],
      ["an instance_url of another host", json(200, { ...good, instance_url: "https://evil.example.net" })],
      ["an instance_url that goes over http", json(200, { ...good, instance_url: `http://${host}` })],
      ["an instance_url that is not absolute", json(200, { ...good, instance_url: host })],
      ["an instance_url that is empty", json(200, { ...good, instance_url: "" })],
      ...[
        `https://${host}.evil.net`,
        `https://evil${host}`,
        `https://${host}@evil.net`,
        `https://evil.net/${host}`,
        `https://evil.net?.${host}`,
        `https://evil.net#.${host}`,
        `https://evil.net\\.${host}`,
        `https:evil.net`,
        `https:///evil.net/.${host}`,
      ].map((url) => [`the instance_url ${url}`, json(200, { ...good, instance_url: url })] as const),
    ];
  for (const name of [leastToken.secretName, leastRefreshToken.secretName]) {
    describe(`(${name})`, () => {
      for (const [what, answer, withRefreshToken = "BadAnswer", always = "BadAnswer"] of unusable) {
        const code = name === leastRefreshToken.secretName ? withRefreshToken : always;
        it(`ends Failed ${code} for ${what}, and leaves what is stored`, async () => {
          const before = versions(name);
          const { run, requests } = await refresh(name, answer);
          assert.equal(describeEnd(run), `Failed ${code}`);
          assert.equal(requests, 1);
          assert.deepEqual(versions(name), before);
          assert.deepEqual(versions(`${name}-instance-url`), []);
          assert.deepEqual(leaks(run), []);
        });
      }
    });
  }

  /** As servers have sent it; the maximum is a day, and the assumed lifetime two hours. */
  const lifetimes: readonly (readonly [expiresIn: unknown, seconds: number])[] = [
    [undefined, 7_200],
    [null, 7_200],
    ["", 7_200],
    [3599, 3_599],
    ["3599", 3_599],
    [" 3599 ", 3_599],
    [3599.7, 3_599],
    ["3600.0", 3_600],
    ["3600s", 7_200],
    ["1h", 7_200],
    ["soon", 7_200],
    [true, 7_200],
    [{}, 7_200],
    [[3600], 7_200],
    [0, 7_200],
    [-1, 7_200],
    [1, 1],
    [3_600_000, 86_400],
    ["9223372036854775807", 86_400],
    ["99999999999999999999", 86_400],
  ];
  for (const [expiresIn, seconds] of lifetimes) {
    it(`stores a token with expires_in ${expiresIn === undefined ? "absent" : JSON.stringify(expiresIn)} for ${seconds} s`, async () => {
      const { secretName } = leastToken;
      const { run } = await refresh(secretName, json(200, { ...good, expires_in: expiresIn }));
      assert.equal(describeEnd(run), "Succeeded");
      assert.equal((versions(secretName).at(-1)?.exp?.getTime() ?? 0) - stack.clock.now().getTime(), seconds * 1_000);
    });
  }

  const usable: readonly (readonly [what: string, changes: object, seconds: number, instanceUrl: string])[] = [
    ["no token_type", { token_type: undefined }, 7200, instanceUrl],
    ["token_type in capitals", { token_type: "BEARER" }, 7200, instanceUrl],
    ["an instance_url below the host", { instance_url: `https://eu.${host}` }, 7200, `https://eu.${host}`],
    ["an instance_url in capitals", { instance_url: `HTTPS://LOGIN.Example.com` }, 7200, "HTTPS://LOGIN.Example.com"],
    ["an instance_url with a path", { instance_url: `${instanceUrl}/a/` }, 7200, `${instanceUrl}/a/`],
    ["an access_token of other characters", { access_token: `${accessToken} "\\ü%+@{1}` }, 7200, instanceUrl],
  ];
  for (const [what, changes, seconds, url] of usable) {
    it(`stores a token with ${what}`, async () => {
      const { secretName } = leastToken;
      const { run } = await refresh(secretName, json(200, { ...good, ...changes }));
      assert.equal(describeEnd(run), "Succeeded");
      const { exp, tags } = versions(secretName).at(-1) ?? {};
      assert.equal((exp?.getTime() ?? 0) - stack.clock.now().getTime(), seconds * 1000);
      assert.deepEqual(tags, { instance_url: url });
      const expected = { access_token: accessToken, ...changes }.access_token;
      assert.equal(await administrator.valueOf(secretName), expected);
      assert.deepEqual(leaks(run), []);
    });
  }
});
