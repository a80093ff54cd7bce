import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { given, openOrg, type OrgBench } from "./org-bench";

describe("An upsert of sObject Collections", () => {
  let bench: OrgBench;

  beforeEach(async () => {
    bench = await openOrg();
  });
  afterEach(() => bench.network.close());

  it("creates records, and updates those whose external ID is known, in the order of the request", async () => {
    const first = await bench.upsert([given({ ERP_Id__c: "7", Name: "Seven" })]);
    const [{ id }] = first.json as readonly [{ readonly id: string }];
    assert.match(id, /^a00xx[0-9]{10}[A-Z0-5]{3}$/);
    assert.deepEqual([first.status, first.json], [200, [{ id, success: true, errors: [], created: true }]]);

    const second = await bench.upsert([
      given({ ERP_Id__c: "8", Name: "Eight" }),
      given({ ERP_Id__c: "7", Name: "VII" }),
    ]);
    const [{ id: other }] = second.json as readonly [{ readonly id: string }];
    assert.notEqual(other, id);
    assert.deepEqual(second.json, [
      { id: other, success: true, errors: [], created: true },
      { id, success: true, errors: [], created: false },
    ]);
    assert.deepEqual(bench.org.records("Order__c"), [
      { Id: id, ERP_Id__c: "7", Name: "VII" },
      { Id: other, ERP_Id__c: "8", Name: "Eight" },
    ]);
  });

  it("erases a field by null or an empty text, and leaves one that is absent", async () => {
    const fields = { Name: "Seven", Amount__c: 12.5, Paid__c: true, Due__c: "2026-12-01", Status__c: "Open" };
    await bench.upsert([given({ ERP_Id__c: "7", ...fields })]);
    const { json } = await bench.upsert([given({ ERP_Id__c: "7", Amount__c: null, Due__c: "", Status__c: "Closed" })]);
    const [{ id }] = json as readonly [{ readonly id: string }];
    assert.deepEqual(bench.org.record("Order__c", "ERP_Id__c", "7"), {
      Id: id,
      ERP_Id__c: "7",
      Name: "Seven",
      Paid__c: true,
      Status__c: "Closed",
    });
  });

  it("changes nothing the second time", async () => {
    const records = [given({ ERP_Id__c: "7", Name: "Seven", Changed__c: "2026-11-02T08:00:00.000Z" })];
    await bench.upsert(records);
    const before = bench.org.records("Order__c");
    await bench.upsert(records);
    assert.deepEqual(bench.org.records("Order__c"), before);
  });

  it("takes numbers and booleans as text too, and a number for a text", async () => {
    await bench.upsert([given({ ERP_Id__c: 7, Name: "Seven", Amount__c: "12.5", Paid__c: "true" })]);
    const { Id: _, ...stored } = bench.org.record("Order__c", "ERP_Id__c", "7") ?? { Id: "" };
    assert.deepEqual(stored, { ERP_Id__c: "7", Name: "Seven", Amount__c: 12.5, Paid__c: true });
  });

  it("matches external IDs by letter case, unless the field is declared to ignore it", async () => {
    await bench.upsert([given({ ERP_Id__c: "abc", Name: "a" }), given({ ERP_Id__c: "ABC", Name: "b" })]);
    assert.equal(bench.org.records("Order__c").length, 2);
    const path = "/services/data/v67.0/composite/sobjects/Order__c/Email__c";
    await bench.upsert([given({ Email__c: "A@example.com", Name: "c" })], { path });
    const { json } = await bench.upsert([given({ Email__c: "a@example.com", Name: "d" })], { path });
    assert.equal((json as readonly { readonly created: boolean }[])[0]?.created, false);
  });

  it("takes 200 records, and fails whole with 201", async () => {
    const records = Array.from({ length: 201 }, (_, index) => given({ ERP_Id__c: String(index), Name: "n" }));
    const refused = await bench.upsert(records);
    assert.deepEqual(
      [refused.status, refused.json],
      [
        400,
        [
          {
            message: "record limit reached. cannot submit more than 200 records into this call",
            errorCode: "EXCEEDED_ID_LIMIT",
          },
        ],
      ],
    );
    assert.deepEqual(bench.org.records("Order__c"), []);
    const taken = await bench.upsert(records.slice(0, 200));
    assert.equal(taken.status, 200);
    assert.equal(bench.org.records("Order__c").length, 200);
  });

  it("shows the requests of the last 24 hours in each answer", async () => {
    const headerOf = async (): Promise<string | undefined> => {
      const authorization = `Bearer ${await bench.token()}`;
      return (await bench.upsert([], { headers: { authorization } })).headers["sforce-limit-info"];
    };
    assert.deepEqual([await headerOf(), await headerOf()], ["api-usage=1/100000", "api-usage=2/100000"]);
    bench.clock.advanceTo(new Date("2026-11-03T08:17:00Z"));
    assert.equal(await headerOf(), "api-usage=1/100000");
    assert.deepEqual(
      bench.org.requests().map(({ method, path, status }) => [method, path, status]),
      Array.from({ length: 3 }, () => ["PATCH", "/services/data/v67.0/composite/sobjects/Order__c/ERP_Id__c", 200]),
    );
  });
});
