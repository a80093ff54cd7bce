import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { answerWith, json } from "../../../emulator/network";
import { vaultAdministrator } from "../../../local/faults/vault-administrator";
import { describeEnd, requireRefresh, runRefresh } from "../../../local/stack/controlled-stack";
import { leastToken } from "../../settings/settings-under-test";
import { deployConsumerStack, type ConsumerStack } from "./consumer-stack";

const second = { name: "contacts", subscriptionName: "contacts" };

describe("A consumer whose session Salesforce has ended", () => {
  let bench: ConsumerStack;
  /** Deploys a stack with a session that was ended, and with a message. */
  const open = async (...args: Parameters<typeof deployConsumerStack>): Promise<void> => {
    bench = await deployConsumerStack(...args);
    await bench.wait(15);
    await bench.endSessions();
    send("1");
  };
  const send = (id: string): void => {
    bench.send({ records: [{ erp_id: id, name: `Account ${id}` }] });
  };
  const run = async (name?: string): Promise<string> => describeEnd(await bench.consume(name));
  const setClientSecret = async (value: string): Promise<void> => {
    const administrator = await vaultAdministrator(bench.stack);
    assert.equal((await administrator.send("PUT", `/secrets/${leastToken.clientSecretName}`, { value })).status, 200);
  };
  const refreshAtNextSlot = async (): Promise<string> => describeEnd(await runRefresh(bench.stack, "salesforce-token"));

  afterEach(() => bench.stack.azure.close());

  it("starts one refresh that fails, and no other one, however many runs and messages follow", async () => {
    await open();
    const administrator = await vaultAdministrator(bench.stack);
    const clientSecret = String(await administrator.valueOf(leastToken.clientSecretName));
    await setClientSecret("another one");
    assert.equal(await run(), "Succeeded");
    assert.deepEqual(bench.states(), ["active 1"]);
    const ends: string[] = [];
    for (let minute = 0; minute < 12; minute++) {
      if (minute % 6 === 0) send(`${minute}`);
      ends.push(await run());
    }
    assert.deepEqual([...new Set(ends)].sort(), ["Failed RefreshFailed", "Succeeded"]);
    assert.deepEqual(bench.refreshes(), ["Succeeded", "Failed invalid_client"]);
    // The schedule goes on refreshing, and repairs what it can.
    assert.equal(await refreshAtNextSlot(), "Failed invalid_client");
    await bench.wait(5);
    assert.equal(await run(), "Failed RefreshFailed");
    await setClientSecret(clientSecret);
    assert.equal(await refreshAtNextSlot(), "Succeeded");
    await bench.wait(5);
    assert.equal(await run(), "Succeeded");
    assert.deepEqual(bench.states(), []);
    const failed = "Failed invalid_client";
    assert.deepEqual(bench.refreshes(), ["Succeeded", failed, failed, "Succeeded"]);
  });

  it("waits for a refresh that takes longer than its interval, as the other consumers of the token do", async () => {
    await open({}, { others: [second] });
    let answer: () => void = () => undefined;
    let asked: () => void = () => undefined;
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const slow = answerWith(async () => {
      asked();
      await mayAnswer;
      return json(404, {});
    });
    bench.stack.azure.network.serve(
      `${bench.stack.vaultName}.vault.azure.net`,
      slow,
      `/secrets/${leastToken.clientSecretName}`,
    );
    const first = bench.consume();
    await isAsked;
    for (let minute = 0; minute < 3; minute++) {
      send(`${minute}`);
      assert.equal(await run("contacts"), "Succeeded");
    }
    assert.deepEqual(bench.refreshes(), ["Succeeded", "Running"]);
    answer();
    assert.equal(describeEnd(await first), "Succeeded");
    for (let minute = 0; minute < 3; minute++) {
      assert.equal(await run(), "Failed RefreshFailed");
      send(`${minute + 3}`);
      assert.equal(await run("contacts"), "Failed RefreshFailed");
    }
    assert.deepEqual(bench.refreshes(), ["Succeeded", "Failed CredentialNotFound"]);
  });

  it("starts one refresh for each version of the token", async () => {
    await open({}, { others: [second] });
    for (let version = 2; version <= 3; version++) {
      assert.equal(await run(), "Succeeded");
      assert.equal(bench.refreshes().length, version);
      assert.equal(await run("contacts"), "Succeeded");
      assert.equal(await run(), "Succeeded");
      assert.deepEqual(bench.states(), []);
      assert.equal(bench.versions(), version);
      await bench.wait(15);
      await bench.endSessions();
      send(`${version}`);
    }
    assert.deepEqual(bench.refreshes(), ["Succeeded", "Succeeded", "Succeeded"]);
  });

  it("starts no refresh where the list of its runs, or its run, is refused or fails", async () => {
    await open();
    const { id } = requireRefresh(bench.stack, "salesforce-token");
    let deliveries = 0;
    for (const path of ["runs", "triggers/Recurrence/run"]) {
      for (const [status, code] of [
        [403, "RefreshNotAllowed"],
        [500, "RefreshNotStarted"],
      ] as const) {
        const failing = answerWith(() => json(status, {}));
        const restore = bench.stack.azure.network.intercept(({ url }) =>
          url.pathname === `${id}/${path}` ? failing : undefined,
        );
        assert.equal(await run(), `Failed ${code}`);
        restore();
        assert.deepEqual(bench.states(), [`locked ${deliveries}`]);
        assert.deepEqual(bench.refreshes(), ["Succeeded"]);
        await bench.wait(5);
        deliveries += 1;
      }
    }
  });
});
