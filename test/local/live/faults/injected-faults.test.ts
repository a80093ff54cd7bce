import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { InjectedFaults } from "../../../../local/live/faults/injected-faults";
import { listInjectableFaults, type InjectableFault } from "../../../../local/live/faults/injectable-faults";
import { LiveStack } from "../../../../local/live/live-stack";
import { mendStack } from "../../../../local/live/faults/mend-stack";
import { faults } from "../../../../local/faults";
import {
  describeEnd,
  deployControlledStack,
  requireConsumer,
  requireRefresh,
  type ControlledStack,
} from "../../../../local/stack/controlled-stack";
import type { DeployedConsumer, DeployedRefresh } from "../../../../local/stack/local-stack";
import { runNow } from "../../../../local/stack/run-at-next-slot";
import { deployBuiltInStack } from "./live-test-stack";

/** Somewhat longer than the lock of a message. */
const lock = 301_000;

describe("Faults in a running stack", function () {
  this.timeout(30_000);
  let stack: ControlledStack;
  let injected: InjectedFaults;
  let injectable: readonly InjectableFault[];
  const find = (name: string): InjectableFault => {
    const fault = injectable.find((each) => each.name === name);
    assert.ok(fault !== undefined, name);
    return fault;
  };
  const endOf = async (workflow: DeployedRefresh | DeployedConsumer): Promise<string> =>
    describeEnd(await runNow(stack, workflow));
  const refresh = () => requireRefresh(stack, "salesforce-token");
  const rotating = () => requireRefresh(stack, "partner-token");
  const consumer = () => requireConsumer(stack, "accounts");

  before(async () => {
    stack = await deployBuiltInStack();
    injected = new InjectedFaults(stack);
    injectable = listInjectableFaults(stack);
  });
  after(() => stack.azure.close());

  it("are those that are one answer of a server, of whatever the stack has", async () => {
    const countByServer = (list: readonly InjectableFault[]): Record<string, number> =>
      list.reduce<Record<string, number>>(
        (counts, { server }) => ({ ...counts, [server]: (counts[server] ?? 0) + 1 }),
        {},
      );
    assert.deepEqual(countByServer(injectable), {
      "token server": 51,
      vault: 18,
      relay: 1,
      Salesforce: 5,
      "Service Bus": 1,
    });
    const names = injectable.map(({ name }) => name);
    for (const name of ["recurrence-stopped", "token-secret-deleted", "token-server-slow", "session-ended"]) {
      assert.ok(faults.some((fault) => fault.name === name) && !names.includes(name), name);
    }
    const token = { secretName: "a-token", tokenUrl: "https://login.example.com/token", clientId: "a" };
    const small = await deployControlledStack({
      tokens: [{ ...token, clientSecretName: "a-secret", instanceUrl: "none", writePath: "http" }],
    });
    await small.azure.close();
    const { "token server": tokenServer, vault } = countByServer(injectable);
    assert.deepEqual(countByServer(listInjectableFaults(small)), { "token server": tokenServer, vault });
  });

  const ends = [
    ["token-server-500", "Failed TokenServerUnavailable", 3],
    ["token-server-down", "Failed TokenServerUnavailable", 3],
    ["invalid-client", "Failed invalid_client", 1],
    ["vault-read-403-rbac", "Failed VaultForbidden", 1],
    ["vault-write-409", "Failed VaultConflict", 1],
    ["vault-gone", "Failed VaultUnavailable", 5],
    ["relay-unreachable", "Failed VaultUnavailable", 5],
    ["service-bus-unavailable", "Failed ServiceBusUnavailable", 1],
    ["salesforce-daily-limit", "Failed SalesforceLimit", 1],
  ] as const;
  for (const [name, end, requests] of ends) {
    it(`${name} meets ${requests} of a run's requests, ends it with its class, and nothing once it is cleared`, async () => {
      const fault = find(name);
      const workflow = ["message", "upsert"].includes(fault.answers.to) ? consumer() : refresh();
      stack.source.send([consumer()]);
      injected.inject(fault);
      assert.deepEqual(
        injected.list().map((each) => [each.fault.name, each.requests]),
        [[name, 0]],
      );
      assert.equal(await endOf(workflow), end);
      assert.deepEqual(fault.classes, [end.replace("Failed ", "")]);
      assert.equal(injected.clear(name)?.requests, requests);
      assert.deepEqual([injected.list(), injected.clear(name)], [[], undefined]);
      await stack.clock.wait(lock);
      assert.equal(await endOf(workflow), "Succeeded");
    });
  }

  it("are one of each server at most, and those of two servers at a time", async () => {
    for (const name of ["vault-gone", "vault-read-401", "invalid-client", "invalid-scope"]) injected.inject(find(name));
    assert.deepEqual(
      injected.list().map(({ fault: { name, server } }) => [name, server]),
      [
        ["vault-read-401", "vault"],
        ["invalid-scope", "token server"],
      ],
    );
    assert.equal(await endOf(refresh()), "Failed VaultForbidden");
    injected.clear("vault-read-401");
    assert.equal(await endOf(refresh()), "Failed invalid_scope");
    injected.clear("invalid-scope");
    assert.equal(await endOf(refresh()), "Succeeded");
  });

  describe("that cost a rotated refresh token", () => {
    const loseToken = async (name: string) => {
      injected.inject(find(name));
      assert.equal(await endOf(rotating()), "Failed RotatedRefreshTokenNotStored");
      const cleared = injected.clear(name);
      assert.ok(cleared !== undefined);
      return cleared;
    };

    it("leave a token that cannot be refreshed, until the stack is mended", async () => {
      const cleared = await loseToken("vault-write-403-rbac");
      assert.equal(await endOf(rotating()), "Failed invalid_grant");
      assert.deepEqual(await mendStack(new LiveStack(stack), cleared), ["partner-token"]);
      assert.equal(await endOf(rotating()), "Succeeded");
    });

    it("are mended after the refreshes that are under way", async () => {
      const cleared = await loseToken("vault-write-409");
      const run = endOf(rotating());
      const mended = mendStack(new LiveStack(stack), cleared);
      assert.equal(await run, "Failed invalid_grant");
      await mended;
      assert.equal(await endOf(rotating()), "Succeeded");
    });

    it("are mended only if they met a request, and if it can have been a write", async () => {
      const versions = () => stack.azure.keyVault.versions(stack.vaultName, "partner-refresh-token").length;
      const before = versions();
      const effect = (name: string, requests: number) => ({ fault: find(name), requests });
      for (const each of [effect("vault-write-409", 0), effect("vault-read-401", 1), effect("invalid-grant", 1)])
        assert.deepEqual(await mendStack(new LiveStack(stack), each), []);
      assert.equal(versions(), before);
    });
  });
});
