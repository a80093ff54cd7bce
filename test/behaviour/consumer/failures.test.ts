import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { vaultAdministrator } from "../../../local/faults/vault-administrator";
import { searchForSecrets } from "../../../local/leak-search";
import { describeEnd, requireRefresh } from "../../../local/stack/controlled-stack";
import { deployConsumerStack, type ConsumerStack } from "./consumer-stack";

const record = (id: string): object => ({ erp_id: id, name: `Account ${id}` });

describe("A consumer's failure", () => {
  let bench: ConsumerStack;
  const open = async (...args: Parameters<typeof deployConsumerStack>): Promise<void> => {
    bench = await deployConsumerStack(...args);
    send();
  };
  const send = (first = 1): void => {
    bench.send({ records: [record(`${first}`), record(`${first + 1}`)] });
    bench.send({ records: [record(`${first + 2}`)] });
  };
  const run = async (): Promise<string> => describeEnd(await bench.consume());

  afterEach(() => bench.stack.azure.close());

  it("stops the run where Salesforce fails, by the error, and later runs store each message", async () => {
    await open();
    for (const [error, code, stored] of [
      ["SERVER_UNAVAILABLE", "SalesforceUnavailable", 3],
      ["REQUEST_LIMIT_EXCEEDED", "SalesforceLimit", 6],
      ["API_DISABLED_FOR_ORG", "SalesforceForbidden", 9],
    ] as const) {
      bench.org.failRequests(error);
      assert.equal(await run(), `Failed ${code}`);
      assert.deepEqual(bench.states(), ["locked 0", "active 0"]);
      assert.equal(await run(), "Succeeded");
      await bench.wait(5);
      assert.equal(await run(), "Succeeded");
      assert.deepEqual(bench.states(), []);
      assert.equal(bench.org.records("Account").length, stored);
      send(stored + 1);
    }
  });

  it("spends one delivery per lock in an outage, however many runs there are", async () => {
    await open({ maxDeliveryCount: 3 });
    bench.org.failRequests("SERVER_UNAVAILABLE", 1_000);
    for (let minute = 0; minute < 14; minute++) await run();
    assert.deepEqual(
      bench.states().map((state) => state.split(" ")[0]),
      ["locked", "locked"],
    );
    bench.org.recover();
    for (let minute = 0; minute < 3; minute++) await run();
    // 3 deliveries of 5 minutes: a longer outage is not survived.
    assert.deepEqual(bench.states(), ["dead-lettered 3", "dead-lettered 3"]);
  });

  it("of rows that are locked stops the run, and they are stored later", async () => {
    await open();
    bench.org.rejectRecord("2", "UNABLE_TO_LOCK_ROW");
    assert.equal(await run(), "Failed RowsLocked");
    await bench.wait(5);
    assert.equal(await run(), "Succeeded");
    assert.deepEqual(bench.states(), []);
  });

  it("of one row leaves its message to the dead letters, and passes the others on", async () => {
    await open({ maxDeliveryCount: 2 });
    bench.org.rejectRecord("2", "FIELD_CUSTOM_VALIDATION_EXCEPTION", 1_000);
    assert.equal(await run(), "Failed RowsRejected");
    assert.deepEqual(bench.states(), ["locked 0"]);
    assert.equal(bench.org.records("Account").length, 2);
    for (let lock = 0; lock < 2; lock++) {
      await bench.wait(5);
      await run();
    }
    assert.deepEqual(bench.states(), ["dead-lettered 2"]);
  });

  it("of the mapping stops the run, so that it costs one message a delivery at a time", async () => {
    await open();
    bench.org.removeField("Account", "Name");
    assert.equal(await run(), "Failed MappingRefused");
    assert.deepEqual(bench.states(), ["locked 0", "active 0"]);
  });

  it("is SessionRefused where a new token is refused, and no refresh is started", async () => {
    await open();
    await bench.endSessions();
    assert.equal(await run(), "Failed SessionRefused");
    assert.equal(bench.versions(), 1);
  });

  it("is RefreshNotAllowed without the role at the refresh, and the message keeps its deliveries", async () => {
    await open();
    bench.revokeGrant(requireRefresh(bench.stack, "salesforce-token").id);
    await bench.wait(15);
    await bench.endSessions();
    assert.equal(await run(), "Failed RefreshNotAllowed");
    assert.deepEqual(bench.states(), ["locked 0", "active 0"]);
  });

  for (const [grant, code] of [
    ["/subscriptions/salesforce", "ServiceBusForbidden"],
    ["/secrets/salesforce-token", "VaultForbidden"],
  ] as const) {
    it(`is ${code} without the grant at …${grant}`, async () => {
      await open();
      bench.revokeGrant(grant);
      assert.equal(await run(), `Failed ${code}`);
      assert.equal(bench.org.requests().length, 0);
    });
  }

  it("is InstanceUrlNotAllowed where the token is for a host that the settings do not allow", async () => {
    await open();
    const administrator = await vaultAdministrator(bench.stack);
    const tags = { instance_url: "https://example.my.salesforce.com.example.org" };
    await administrator.send("PUT", "/secrets/salesforce-token", { value: "another token", tags });
    assert.equal(await run(), "Failed InstanceUrlNotAllowed");
    assert.deepEqual(bench.states(), ["locked 0", "active 0"]);
  });

  it("shows no token, no record and no lock token in run history", async () => {
    await open();
    bench.send({ records: [{ erp_id: "secret-of-a-record", name: "x" }] });
    bench.org.rejectRecord("2", "FIELD_CUSTOM_VALIDATION_EXCEPTION");
    const runs = [await bench.consume()];
    await bench.wait(15);
    await bench.endSessions();
    bench.send({ records: [record("4")] });
    runs.push(await bench.consume());
    assert.deepEqual(runs.map(describeEnd), ["Failed RowsRejected", "Succeeded"]);
    const secrets = [...bench.authorizationServer.secrets(), "secret-of-a-record"];
    const content = JSON.stringify(runs);
    assert.deepEqual(searchForSecrets({ secrets, places: [{ name: "run history", content }] }), []);
    assert.equal(/LockToken|messages\/\d+\//.test(content), false);
  });
});
