import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { json, type HttpAnswer } from "../../emulator/network";
import { leastRefreshToken, leastToken } from "../stack-configuration";
import {
  deployControlledStack,
  describeEnd,
  runRefresh,
  type ControlledStack,
} from "../../local/stack/controlled-stack";
import { withVaultReplaced, type Answers } from "../../local/faults/replace-vault";
import { scriptedTokenServer, type ScriptedTokenServer } from "../../local/faults/scripted-token-server";

const host = "login.example.com";
const tokenUrl = `https://${host}/oauth2/token`;
const good = json(200, { access_token: "an-access-token" });

describe("The class of a failed refresh", () => {
  let stack: ControlledStack;
  let server: ScriptedTokenServer;

  before(async () => {
    stack = await deployControlledStack({
      tokens: [
        { ...leastToken, tokenUrl, instanceUrl: "none", writePath: "http" },
        { ...leastRefreshToken, tokenUrl, instanceUrl: "none", writePath: "http" },
        { ...leastToken, secretName: "by-connector", tokenUrl, instanceUrl: "none" },
      ],
    });
    server = scriptedTokenServer(stack, host);
  });
  after(() => stack.azure.close());

  /** Reads as the vault does, and refuses to write. */
  const refusing = (refuse: Answers): Answers => {
    const id = "https://vault.example/secrets/x/1";
    return (request) => (request.method === "GET" ? json(200, { id, value: "x", attributes: {} }) : refuse(request));
  };
  const vaultError = (status: number, code: string, inner: string): HttpAnswer =>
    json(status, { error: { code, message: "no", innererror: { code: inner } } });

  const writes: readonly (readonly [answer: HttpAnswer, code: string, tries: number])[] = [
    [vaultError(400, "BadParameter", ""), "VaultRefused", 1],
    [vaultError(403, "Forbidden", "ForbiddenByFirewall"), "VaultFirewall", 1],
    [vaultError(403, "Forbidden", "ForbiddenByRbac"), "VaultForbidden", 1],
    [vaultError(409, "Conflict", ""), "VaultConflict", 1],
    [vaultError(429, "Throttled", ""), "VaultThrottled", 5],
    [vaultError(503, "Unavailable", ""), "VaultUnavailable", 5],
  ];
  for (const [answer, code, tries] of writes) {
    it(`is ${code}, after ${tries} tries, by HTTP and by the connector`, async () => {
      for (const name of ["crm-token", "by-connector"]) {
        let asked = 0;
        const refuse = (): HttpAnswer => ((asked += 1), answer);
        const { result, requests } = await server.while(good, () =>
          withVaultReplaced(stack, refusing(refuse), () => runRefresh(stack, name)),
        );
        assert.deepEqual([describeEnd(result), asked, requests.length], [`Failed ${code}`, tries, 1], name);
      }
    });
  }

  it("is none where the vault takes a rotated refresh token late: the same answer, and one exchange", async () => {
    const rotated = json(200, { access_token: "an-access-token", refresh_token: "the-new-refresh-token" });
    const bodies: string[] = [];
    const slow = refusing(({ body }) => {
      bodies.push(body);
      return bodies.length < 6 ? vaultError(503, "Unavailable", "") : json(200, { id: "x" });
    });
    const { result, requests } = await server.while(rotated, () =>
      withVaultReplaced(stack, slow, () => runRefresh(stack, "erp-token")),
    );
    assert.deepEqual([describeEnd(result), requests.length], ["Succeeded", 1]);
    assert.equal(new Set(bodies.slice(0, 6)).size, 1);
    assert.match(bodies[0] ?? "", /the-new-refresh-token/);
    assert.equal(bodies.length, 7);
  });

  it("is RotatedRefreshTokenNotStored, and says what to do, where the vault never takes it", async () => {
    const rotated = json(200, { access_token: "an-access-token", refresh_token: "the-new-refresh-token" });
    let asked = 0;
    const never = refusing(() => ((asked += 1), vaultError(503, "Unavailable", "")));
    const { result, requests } = await server.while(rotated, () =>
      withVaultReplaced(stack, never, () => runRefresh(stack, "erp-token")),
    );
    assert.deepEqual([describeEnd(result), asked, requests.length], ["Failed RotatedRefreshTokenNotStored", 7, 1]);
    assert.match(result.error?.message ?? "", /^ACT NOW: /);
  });

  it("is BadAnswer for a token that is larger than the vault's limit, and not for one of that size", async () => {
    for (const [length, end] of [
      [25_600, "Succeeded"],
      [25_601, "Failed BadAnswer"],
    ] as const) {
      const answer = json(200, { access_token: "x".repeat(length) });
      assert.equal(describeEnd((await server.while(answer, () => runRefresh(stack, "crm-token"))).result), end);
    }
  });
});
