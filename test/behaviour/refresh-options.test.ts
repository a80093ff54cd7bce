import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Run } from "../../emulator/logic-apps";
import { answerWith, json, type HttpAnswer } from "../../emulator/network";
import { refreshCost } from "../../local/stack/refresh-cost";
import { leastToken } from "../stack-configuration";
import {
  deployControlledStack,
  describeEnd,
  runRefresh,
  type ControlledStack,
} from "../../local/stack/controlled-stack";
import { scriptedTokenServer, type ScriptedTokenServer } from "../../local/faults/scripted-token-server";
import { vaultAdministrator, type VaultAdministrator } from "../../local/faults/vault-administrator";

const host = "login.example.com";
const tokenUrl = `https://${host}/oauth2/token`;
const introspectionUrl = `https://${host}/oauth2/introspect`;
const own = { ...leastToken, tokenUrl, instanceUrl: "none", writePath: "http" };
const minutes = 60_000;

describe("A refresh with options", () => {
  let stack: ControlledStack;
  let server: ScriptedTokenServer;
  let administrator: VaultAdministrator;

  before(async () => {
    stack = await deployControlledStack({
      tokens: [
        { ...own, secretName: "plain" },
        { ...own, secretName: "introspected", introspectionUrl },
        { ...own, secretName: "skipping", skipWhileFresh: true, intervalMinutes: 20 },
        { ...own, secretName: "disabling", disableSupersededVersions: true },
        { ...own, secretName: "relayed", disableSupersededVersions: true, writePath: "connector" },
        { ...own, secretName: "all", introspectionUrl, skipWhileFresh: true, disableSupersededVersions: true },
      ],
    });
    server = scriptedTokenServer(stack, host);
    administrator = await vaultAdministrator(stack);
  });
  after(() => stack.azure.close());

  const versions = (name: string) => stack.azure.keyVault.versions(stack.vaultName, name);
  const later = (count: number): Date => new Date(stack.clock.now().getTime() + count * minutes);
  const refresh = async (name: string, answer: object, introspection?: HttpAnswer): Promise<Run> => {
    let asked = 0;
    const answers = (): HttpAnswer => {
      asked += 1;
      return asked === 1 || introspection === undefined ? json(200, answer) : introspection;
    };
    return (await server.while(answers, () => runRefresh(stack, name))).result;
  };
  /** Minutes from now to the stored token's end. */
  const lifetime = (name: string): number =>
    ((versions(name).at(-1)?.exp?.getTime() ?? 0) - stack.clock.now().getTime()) / minutes;
  const cost = (run: Run): number => refreshCost(stack, run);
  const unix = (date: Date): number => Math.floor(date.getTime() / 1_000);

  it("takes the end from expires_in, else from introspection, else from the assumed lifetime", async () => {
    const known = json(200, { active: true, exp: unix(later(33)) });
    const run = await refresh("introspected", { access_token: "first" }, known);
    assert.deepEqual([describeEnd(run), cost(run), lifetime("introspected")], ["Succeeded", 8, 33], "two more");
    await refresh("introspected", { access_token: "second", expires_in: 600 }, known);
    assert.equal(lifetime("introspected"), 10);
    const odd = [
      json(200, { active: true }),
      json(200, { active: true, exp: "soon" }),
      json(200, { active: true, exp: unix(later(-1)) }),
      json(401, {}),
      { status: 200, headers: {}, body: "<html>" },
    ];
    for (const answer of odd) {
      assert.equal(describeEnd(await refresh("introspected", { access_token: "third" }, answer)), "Succeeded");
      assert.equal(lifetime("introspected"), 120);
    }
  });

  it("cuts the end to the maximum, in both", async () => {
    await refresh("introspected", { access_token: "a" }, json(200, { active: true, exp: unix(later(100_000)) }));
    assert.equal(lifetime("introspected"), 1_440);
    await refresh("plain", { access_token: "a", expires_in: 3_600_000 });
    assert.equal(lifetime("plain"), 1_440);
  });

  it("stores no token that introspection calls inactive", async () => {
    const before = versions("introspected").length;
    for (const active of [false, "false", "False", 0]) {
      const run = await refresh("introspected", { access_token: "dead" }, json(200, { active }));
      assert.deepEqual([describeEnd(run), versions("introspected").length], ["Failed BadAnswer", before]);
    }
  });

  it("costs 3 executions, writes nothing and asks for nothing while the stored token lasts", async () => {
    const first = await refresh("skipping", { access_token: "first" });
    assert.deepEqual([describeEnd(first), cost(first), versions("skipping").length], ["Succeeded", 10, 1]);
    stack.clock.advanceTo(later(89));
    const { result, requests } = await server.while(json(500, {}), () => runRefresh(stack, "skipping"));
    assert.deepEqual([describeEnd(result), cost(result), requests.length], ["Succeeded", 3, 0]);
    // Less than the interval of 20 min and the margin of 10 are left.
    stack.clock.advanceTo(later(2));
    assert.equal(describeEnd(await refresh("skipping", { access_token: "second" })), "Succeeded");
    assert.equal(versions("skipping").length, 2);
  });

  it("does not store again what is stored, but does store a later end of it", async () => {
    const soon = { access_token: "third", expires_in: 600 };
    stack.clock.advanceTo(later(200));
    await refresh("skipping", soon);
    const count = versions("skipping").length;
    assert.equal(describeEnd(await refresh("skipping", soon)), "Succeeded");
    assert.equal(versions("skipping").length, count);
    await refresh("skipping", { ...soon, expires_in: 900 });
    assert.equal(versions("skipping").length, count + 1);
  });

  for (const [name, full] of [
    ["disabling", 9],
    ["relayed", 13],
  ] as const) {
    it(`disables the version before the one that is replaced, and no other (${name})`, async () => {
      const costs: number[] = [];
      for (const value of ["one", "two", "three", "four"]) {
        const run = await refresh(name, { access_token: value });
        assert.equal(describeEnd(run), "Succeeded");
        costs.push(cost(run));
      }
      assert.deepEqual(
        versions(name).map(({ enabled }) => enabled),
        [false, false, true, true],
      );
      assert.equal(await administrator.valueOf(name), "four");
      // The first time, no retry; from the third on, one action more.
      assert.deepEqual(costs, [full - 1, full - 1, full, full]);
    });
  }

  it("does all of it at once", async () => {
    const costs: number[] = [];
    for (const value of ["one", "two", "three"]) {
      const run = await refresh("all", { access_token: value }, json(200, { active: true, exp: unix(later(30)) }));
      assert.equal(describeEnd(run), "Succeeded");
      costs.push(cost(run));
    }
    assert.deepEqual(
      versions("all").map(({ enabled }) => enabled),
      [false, true, true],
    );
    assert.deepEqual(costs, [13, 13, 14]);
  });

  it("says that the old version is still enabled where only that failed", async () => {
    const { network, keyVault } = stack.azure;
    const vault = `${stack.vaultName}.vault.azure.net`;
    keyVault.deleteVault(stack.vaultName);
    const id = `https://${vault}/secrets/disabling/${"a".repeat(32)}`;
    network.serve(
      vault,
      answerWith(({ method }) =>
        method === "PATCH"
          ? json(403, { error: { code: "Forbidden" } })
          : json(200, { id, value: "x", attributes: {}, tags: { previous_version: "b".repeat(32) } }),
      ),
    );
    try {
      const run = await refresh("disabling", { access_token: "five" });
      assert.equal(describeEnd(run), "Failed SupersededVersionNotDisabled");
    } finally {
      network.unserve(vault);
      keyVault.recoverVault(stack.vaultName);
    }
  });
});
