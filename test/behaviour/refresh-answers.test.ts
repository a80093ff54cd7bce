import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { json, type HttpAnswer } from "../../emulator/network";
import { describeEnd } from "../../local/stack/controlled-stack";
import { leastRefreshToken, leastToken } from "../stack-configuration";
import {
  accessToken,
  deployAnsweringStack,
  good,
  host,
  instanceUrl,
  refreshToken,
  text,
  type AnsweringStack,
} from "./answering-stack";

describe("A refresh, by what the token server answers,", () => {
  let deployed: AnsweringStack;

  before(async () => {
    deployed = await deployAnsweringStack();
  });
  after(() => deployed.stack.azure.close());

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
          const before = deployed.versions(name);
          const { run, requests } = await deployed.refresh(name, answer);
          assert.equal(describeEnd(run), `Failed ${code}`);
          assert.equal(requests, 1);
          assert.deepEqual(deployed.versions(name), before);
          assert.deepEqual(deployed.versions(`${name}-instance-url`), []);
          assert.deepEqual(deployed.leaks(run), []);
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
      const { run } = await deployed.refresh(secretName, json(200, { ...good, expires_in: expiresIn }));
      assert.equal(describeEnd(run), "Succeeded");
      assert.equal(
        (deployed.versions(secretName).at(-1)?.exp?.getTime() ?? 0) - deployed.stack.clock.now().getTime(),
        seconds * 1_000,
      );
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
      const { run } = await deployed.refresh(secretName, json(200, { ...good, ...changes }));
      assert.equal(describeEnd(run), "Succeeded");
      const { exp, tags } = deployed.versions(secretName).at(-1) ?? {};
      assert.equal((exp?.getTime() ?? 0) - deployed.stack.clock.now().getTime(), seconds * 1000);
      assert.deepEqual(tags, { instance_url: url });
      const expected = { access_token: accessToken, ...changes }.access_token;
      assert.equal(await deployed.administrator.valueOf(secretName), expected);
      assert.deepEqual(deployed.leaks(run), []);
    });
  }
});
