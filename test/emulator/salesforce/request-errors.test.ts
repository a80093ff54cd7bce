import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { readSimulatedLatency } from "../../../emulator/network";
import { given, openOrg, order, upsertPath, type OrgBench, type UpsertChanges } from "./org-bench";

const valid = given({ ERP_Id__c: "1", Name: "one" });
const notFound = "The requested resource does not exist";

describe("A request to Salesforce's data API", () => {
  let bench: OrgBench;

  beforeEach(async () => {
    bench = await openOrg();
  });
  afterEach(() => bench.network.close());

  async function assertRefused(
    expected: readonly [status: number, errorCode: string, message: string],
    records: unknown,
    changes: UpsertChanges = {},
  ): Promise<void> {
    const { status, headers, json } = await bench.upsert(records, changes);
    const [, errorCode, message] = expected;
    assert.deepEqual([status, json], [expected[0], [{ message, errorCode }]]);
    assert.equal(headers["content-type"], "application/json;charset=UTF-8");
    assert.deepEqual(bench.org.records(order.name), []);
  }

  for (const [what, expected, changes] of [
    ["an older version", [404, "NOT_FOUND", notFound], { path: upsertPath.replace("67.0", "45.0") }],
    ["a version that is not released", [404, "NOT_FOUND", notFound], { path: upsertPath.replace("67.0", "69.0") }],
    ["an unknown object", [404, "NOT_FOUND", notFound], { path: upsertPath.replace("Order__c", "Ordr__c") }],
    ["an unknown field", [404, "NOT_FOUND", notFound], { path: upsertPath.replace("ERP_Id__c", "Erp__c") }],
    ["a field that is no external ID", [404, "NOT_FOUND", notFound], { path: upsertPath.replace("ERP_Id__c", "Name") }],
    [
      "another resource",
      [
        404,
        "NOT_FOUND",
        "The emulator has only upserts of sObject Collections, and nothing at /services/data/v67.0/limits.",
      ],
      { path: "/services/data/v67.0/limits" },
    ],
    [
      "another method",
      [405, "METHOD_NOT_ALLOWED", "HTTP Method 'POST' not allowed. Allowed are PATCH"],
      { method: "POST" },
    ],
    [
      "a text body",
      [415, "UNSUPPORTED_MEDIA_TYPE", "MediaType of 'text/plain' is not supported by this resource"],
      { headers: { "content-type": "text/plain" } },
    ],
    [
      "XML",
      [415, "UNSUPPORTED_MEDIA_TYPE", "The emulator takes JSON only, and no XML."],
      { headers: { "content-type": "application/xml; charset=utf-8" } },
    ],
    [
      "a body that is not JSON",
      [400, "JSON_PARSER_ERROR", "Unexpected character or end of input in the request's JSON"],
      { body: '{"records":[' },
    ],
    [
      "a body without records",
      [400, "INVALID_INPUT", "The request needs a list 'records' of objects, and a true or false 'allOrNone' if any."],
      { body: "[]" },
    ],
    [
      "an allOrNone that is no boolean",
      [400, "INVALID_INPUT", "The request needs a list 'records' of objects, and a true or false 'allOrNone' if any."],
      { allOrNone: "yes" },
    ],
  ] as const satisfies readonly (readonly [string, readonly [number, string, string], UpsertChanges])[]) {
    it(`is refused with ${what}`, () => assertRefused(expected, [valid], changes));
  }

  for (const [what, message, record] of [
    ["no type", "Each record needs the attributes.type 'Order__c' of the URI; one has ''.", { ERP_Id__c: "1" }],
    [
      "another type",
      "Each record needs the attributes.type 'Order__c' of the URI; one has 'Account'.",
      { ...valid, attributes: { type: "Account" } },
    ],
    [
      "a record ID",
      "Records are upserted by an external ID, and cannot have an Id.",
      { ...valid, id: "a00xx0000000001AAA" },
    ],
  ] as const) {
    it(`is refused where a record has ${what}`, () => assertRefused([400, "INVALID_INPUT", message], [valid, record]));
  }

  for (const [type, field, value, shown] of [
    ["double", "Amount__c", "much", "VALUE_STRING value much or request may be missing a required field"],
    ["boolean", "Paid__c", "perhaps", "VALUE_STRING value perhaps or request may be missing a required field"],
    ["date", "Due__c", "2026-13-01", "VALUE_STRING value 2026-13-01 or request may be missing a required field"],
    [
      "datetime",
      "Changed__c",
      "2026-12-01",
      "VALUE_STRING value 2026-12-01 or request may be missing a required field",
    ],
    ["string", "Name", ["one"], "START_ARRAY value ["],
    ["string", "Name", { first: "one" }, "START_OBJECT value {"],
  ] as const) {
    it(`is refused where ${JSON.stringify(value)} is no ${type}`, () =>
      assertRefused(
        [400, "JSON_PARSER_ERROR", `Cannot deserialize instance of ${type} from ${shown}`],
        [valid, given({ ERP_Id__c: "2", Name: "two", [field]: value })],
      ));
  }

  for (const [status, code, message] of [
    [401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API"],
    [403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."],
    [403, "API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner"],
    [414, "URI_TOO_LONG", "URI Too Long"],
    [500, "UNKNOWN_EXCEPTION", "An unexpected error occurred."],
    [503, "SERVER_UNAVAILABLE", "Server is unavailable."],
  ] as const) {
    it(`fails with ${code} as often as that is chosen`, async () => {
      bench.org.failRequests(code, 2);
      await assertRefused([status, code, message], [valid]);
      await assertRefused([status, code, message], [valid]);
      assert.equal((await bench.upsert([valid])).status, 200);
    });
  }

  it("succeeds again after a recovery", async () => {
    bench.org.failRequests("SERVER_UNAVAILABLE", Infinity);
    assert.equal((await bench.upsert([valid])).status, 503);
    bench.org.recover();
    assert.equal((await bench.upsert([valid])).status, 200);
  });

  it("is carried out though its answer comes too late", async () => {
    bench.org.delayAnswers(130_000);
    const answers = [await bench.upsert([valid]), await bench.upsert([valid])];
    assert.deepEqual(
      answers.map((answer) => [answer.status, readSimulatedLatency(answer).tookMilliseconds]),
      [
        [200, 130_000],
        [200, 0],
      ],
    );
    assert.equal(bench.org.records("Order__c").length, 1);
  });

  it("is refused once a field is deleted from the object, whose values are gone", async () => {
    await bench.upsert([given({ ERP_Id__c: "1", Name: "one", Amount__c: 1 })]);
    bench.org.removeField("Order__c", "Amount__c");
    const answer = await bench.upsert([given({ ERP_Id__c: "1", Amount__c: 2 })]);
    assert.equal(answer.status, 400);
    assert.deepEqual(answer.json, [
      { message: "No such column 'Amount__c' on sobject of type Order__c", errorCode: "INVALID_FIELD" },
    ]);
    assert.equal(bench.org.record("Order__c", "ERP_Id__c", "1")?.["Amount__c"], undefined);
  });
});

describe("The request limit of an org", () => {
  it("refuses more requests within 24 hours", async () => {
    const bench = await openOrg({ dailyRequests: 1 });
    try {
      assert.equal((await bench.upsert([valid])).status, 200);
      const { status, json } = await bench.upsert([valid]);
      const message = "TotalRequests Limit exceeded.";
      assert.deepEqual([status, json], [403, [{ message, errorCode: "REQUEST_LIMIT_EXCEEDED" }]]);
      bench.clock.advanceTo(new Date("2026-11-03T08:17:01Z"));
      assert.equal(
        (await bench.upsert([valid], { headers: { authorization: `Bearer ${await bench.token()}` } })).status,
        200,
      );
    } finally {
      await bench.network.close();
    }
  });
});
