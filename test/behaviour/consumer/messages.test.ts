import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { describeEnd } from "../../../local/stack/controlled-stack";
import { deployConsumerStack, type ConsumerStack } from "./consumer-stack";

const record = (id: string, others: object = {}): object => ({ erp_id: id, name: `Account ${id}`, ...others });

describe("A consumer", () => {
  let bench: ConsumerStack;
  const open = async (...args: Parameters<typeof deployConsumerStack>): Promise<void> => {
    bench = await deployConsumerStack(...args);
  };
  const run = async (): Promise<string> => describeEnd(await bench.consume());

  afterEach(() => bench.stack.azure.close());

  it("does nothing without a message", async () => {
    await open();
    assert.equal(await run(), "Succeeded");
    assert.deepEqual(bench.org.requests(), []);
  });

  it("upserts the records of each message, and completes it", async () => {
    await open();
    bench.send({ records: [record("1"), record("2", { phone: "1234", secret_note: "not mapped" })] });
    bench.send({ records: [record("1", { name: "Renamed" })] });
    assert.equal(await run(), "Succeeded");
    assert.deepEqual(bench.states(), []);
    const shown = bench.org.records("Account").map(({ ERP_Id__c, Name, Phone }) => [ERP_Id__c, Name, Phone ?? null]);
    assert.deepEqual(shown, [
      ["1", "Renamed", null],
      ["2", "Account 2", "1234"],
    ]);
    assert.equal(bench.org.requests().length, 2);
  });

  it("leaves a field that a record does not have, and empties one that is null", async () => {
    await open();
    bench.send({ records: [record("1", { phone: "1", employees: 5 })] });
    bench.send({ records: [record("1", { phone: null })] });
    assert.equal(await run(), "Succeeded");
    const stored = bench.org.record("Account", "ERP_Id__c", "1");
    assert.deepEqual([stored?.Phone ?? null, stored?.Employees__c], [null, 5]);
  });

  it("leaves a poison message to its lock until it is a dead letter, and passes the others on", async () => {
    await open({ maxDeliveryCount: 3 });
    bench.send("poison", "text/plain");
    const ends: string[] = [];
    for (let slot = 0; slot < 20; slot++) {
      bench.send({ records: [record(String(slot))] });
      ends.push(await run());
    }
    assert.deepEqual(bench.states(), ["dead-lettered 3"]);
    assert.equal(bench.org.records("Account").length, 20);
    assert.equal(ends.filter((end) => end === "Failed BadMessage").length, 3);
    assert.equal(ends.filter((end) => end === "Succeeded").length, 17);
  });

  it("starts one refresh when Salesforce has ended the session, and succeeds with the next run", async () => {
    await open();
    await bench.wait(15);
    await bench.endSessions();
    bench.send({ records: [record("1")] });
    assert.equal(await run(), "Succeeded");
    assert.deepEqual(bench.states(), ["active 1"]);
    assert.equal(bench.versions(), 2);
    assert.equal(await run(), "Succeeded");
    assert.deepEqual(bench.states(), []);
    assert.equal(bench.versions(), 2);
    assert.deepEqual(
      bench.org.requests().map(({ status }) => status),
      [401, 200],
    );
  });
});

describe("A message", () => {
  let bench: ConsumerStack;
  /** Messages that earlier tests have left. */
  let dead: number;

  before(async () => {
    // Dead as soon as its lock is over: none comes back in a later test.
    bench = await deployConsumerStack({ maxDeliveryCount: 1 });
  });
  beforeEach(() => {
    dead = bench.states().length;
  });
  // As long as a lock lasts.
  afterEach(() => bench.wait(5));
  after(() => bench.stack.azure.close());

  /** Runs the consumer: how the run ends, the external IDs that it stores, and the messages that are neither done nor dead. */
  const run = async (): Promise<readonly [end: string, stored: readonly unknown[], left: readonly string[]]> => {
    const before = bench.org.records("Account").length;
    const end = describeEnd(await bench.consume());
    const stored = bench.org.records("Account").slice(before);
    const states = bench.states();
    const left = states.filter((state) => !state.startsWith("dead-lettered"));
    assert.equal(states.length - left.length, dead);
    return [end, stored.map(({ ERP_Id__c }) => ERP_Id__c), left];
  };

  for (const [index, contentType] of [
    "text/plain",
    "application/octet-stream",
    "application/vnd.etl+json",
    "",
  ].entries()) {
    it(`is taken as JSON with the content type "${contentType}"`, async () => {
      bench.send({ records: [record(`type ${index}`)] }, contentType);
      assert.deepEqual(await run(), ["Succeeded", [`type ${index}`], []]);
    });
  }

  for (const [index, [title, body, contentType, code]] of (
    [
      ["that is no JSON, and says it is", "{", "application/json", "BadMessage"],
      ["that is no JSON", "hello", "text/plain", "BadMessage"],
      ["of an object without records", "{}", "application/json", "BadMessage"],
      ["of a list", "[]", "application/json", "BadMessage"],
      ["of records that are none", '{"records":{"a":1}}', "application/json", "BadMessage"],
      ["of a record that is none", '{"records":[1]}', "application/json", "BadMessage"],
      ["of no record", '{"records":[]}', "application/json", "BadMessage"],
      ["of nothing", "", "application/json", "BadMessage"],
      ["of a record without external ID", '{"records":[{"name":"x"}]}', "application/json", "RequiredFieldMissing"],
      [
        "of 201 records",
        JSON.stringify({ records: Array.from({ length: 201 }, (_, number) => record(String(number))) }),
        "application/json",
        "TooManyRecords",
      ],
    ] as const
  ).entries()) {
    it(`${title} is not sent, and the next one is`, async () => {
      bench.send(body, contentType);
      bench.send({ records: [record(`after ${index}`)] });
      assert.deepEqual(await run(), [`Failed ${code}`, [`after ${index}`], ["locked 0"]]);
    });
  }
});
