import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { defaultReadings } from "../../../emulator/provenance";
import type { ScriptedStatusCode } from "../../../emulator/salesforce";
import { given, openOrg, type OrgBench } from "./org-bench";

/** Each status code that can be chosen for a record. */
const scripted: Readonly<Record<ScriptedStatusCode, true>> = {
  UNABLE_TO_LOCK_ROW: true,
  DUPLICATES_DETECTED: true,
  FIELD_CUSTOM_VALIDATION_EXCEPTION: true,
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: true,
  DUPLICATE_EXTERNAL_ID: true,
  CANNOT_EXECUTE_FLOW_TRIGGER: true,
  INVALID_CROSS_REFERENCE_KEY: true,
  ENTITY_IS_DELETED: true,
  ENTITY_IS_LOCKED: true,
  INSUFFICIENT_ACCESS_OR_READONLY: true,
  INVALID_EMAIL_ADDRESS: true,
  NUMBER_OUTSIDE_VALID_RANGE: true,
  INACTIVE_OWNER_OR_USER: true,
  STORAGE_LIMIT_EXCEEDED: true,
  QUERY_TIMEOUT: true,
  REQUEST_RUNNING_TOO_LONG: true,
  SERVER_UNAVAILABLE: true,
};

describe("The records of an upsert", () => {
  let bench: OrgBench;

  beforeEach(async () => {
    bench = await openOrg();
  });
  afterEach(() => bench.network.close());

  /** Names of the records that are stored. */
  const storedNames = (): readonly unknown[] => bench.org.records("Order__c").map(({ Name }) => Name);

  for (const [what, fields, statusCode, message, about] of [
    [
      "a required field is missing",
      { Amount__c: 1 },
      "REQUIRED_FIELD_MISSING",
      "Required fields are missing: [Name]",
      ["Name"],
    ],
    [
      "a required field is null",
      { Name: null },
      "REQUIRED_FIELD_MISSING",
      "Required fields are missing: [Name]",
      ["Name"],
    ],
    [
      "a text is too long",
      { Name: "0123456789x" },
      "STRING_TOO_LONG",
      "Name: data value too large: 0123456789x (max length=10)",
      ["Name"],
    ],
    [
      "a restricted picklist has no such value",
      { Name: "n", Status__c: "Lost" },
      "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
      "Status__c: bad value for restricted picklist field: Lost",
      ["Status__c"],
    ],
  ] as const) {
    it(`fail singly where ${what}`, async () => {
      const { status, json } = await bench.upsert([
        given({ ERP_Id__c: "1", ...fields }),
        given({ ERP_Id__c: "2", Name: "two" }),
      ]);
      assert.equal(status, 200);
      const [failed, stored] = json as readonly [unknown, { readonly success: boolean }];
      assert.deepEqual(failed, { success: false, errors: [{ statusCode, message, fields: about }] });
      assert.equal(stored.success, true);
      assert.deepEqual(storedNames(), ["two"]);
    });
  }

  it("fail singly where the external ID is missing or null", async () => {
    const { json } = await bench.upsert([
      given({ Name: "one" }),
      given({ ERP_Id__c: null, Name: "two" }),
      given({ ERP_Id__c: "3", Name: "three" }),
    ]);
    const failed = {
      success: false,
      errors: [{ statusCode: "MISSING_ARGUMENT", message: "ERP_Id__c not specified", fields: [] }],
    };
    assert.deepEqual((json as readonly unknown[]).slice(0, 2), [failed, failed]);
    assert.deepEqual(storedNames(), ["three"]);
  });

  it("need no required field where they exist and do not erase it", async () => {
    await bench.upsert([given({ ERP_Id__c: "1", Name: "one" })]);
    const { json } = await bench.upsert([given({ ERP_Id__c: "1", Amount__c: 2 })]);
    assert.equal((json as readonly { readonly success: boolean }[])[0]?.success, true);
  });

  it("are all rolled back with allOrNone where one fails", async () => {
    await bench.upsert([given({ ERP_Id__c: "1", Name: "one" })]);
    const [{ Id }] = bench.org.records("Order__c") as readonly [{ readonly Id: string }];
    const { status, json } = await bench.upsert([given({ ERP_Id__c: "1", Name: "ONE" }), given({ ERP_Id__c: "2" })], {
      allOrNone: true,
    });
    const message = "Record rolled back because not all records were valid and the request was using AllOrNone header";
    assert.equal(status, 200);
    assert.deepEqual(json, [
      {
        id: Id,
        success: false,
        errors: [{ statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK", message, fields: [] }],
      },
      {
        success: false,
        errors: [
          {
            statusCode: "REQUIRED_FIELD_MISSING",
            message: "Required fields are missing: [Name]",
            fields: ["Name"],
          },
        ],
      },
    ]);
    assert.deepEqual(storedNames(), ["one"]);
  });

  it("are all stored with allOrNone where none fails", async () => {
    const records = [given({ ERP_Id__c: "1", Name: "one" }), given({ ERP_Id__c: "2", Name: "two" })];
    await bench.upsert(records, { allOrNone: true });
    assert.deepEqual(storedNames(), ["one", "two"]);
  });

  for (const code of Object.keys(scripted) as readonly ScriptedStatusCode[]) {
    it(`fail with ${code} as often as that is chosen`, async () => {
      bench.org.rejectRecord("1", code, 2);
      const records = [given({ ERP_Id__c: "1", Name: "one" }), given({ ERP_Id__c: "2", Name: "two" })];
      const codes = async (): Promise<readonly (string | undefined)[]> => {
        const { json } = await bench.upsert(records);
        const results = json as readonly { readonly errors: readonly { readonly statusCode: string }[] }[];
        return results.map(({ errors }) => errors[0]?.statusCode);
      };
      assert.deepEqual(
        [await codes(), await codes(), await codes()],
        [
          [code, undefined],
          [code, undefined],
          [undefined, undefined],
        ],
      );
    });
  }

  it("succeed again after a recovery", async () => {
    bench.org.rejectRecord("1", "UNABLE_TO_LOCK_ROW", Infinity);
    bench.org.recover();
    await bench.upsert([given({ ERP_Id__c: "1", Name: "one" })]);
    assert.deepEqual(storedNames(), ["one"]);
  });
});

describe("Readings of Salesforce's upsert", () => {
  const alternatives = {
    everyRow: [false, true, false],
    laterRows: [true, true, false],
  } as const;
  for (const [repeatedExternalId, successes] of Object.entries(alternatives)) {
    it(`reject an external ID that is given twice: ${repeatedExternalId}`, async () => {
      const readings = { ...defaultReadings, repeatedExternalId: repeatedExternalId as keyof typeof alternatives };
      const bench = await openOrg({ readings });
      try {
        const { status, json } = await bench.upsert([
          given({ ERP_Id__c: "1", Name: "one" }),
          given({ ERP_Id__c: "2", Name: "two" }),
          given({ ERP_Id__c: "1", Name: "uno" }),
        ]);
        const results = json as readonly { readonly success: boolean; readonly errors: readonly unknown[] }[];
        assert.equal(status, 200);
        assert.deepEqual(
          results.map(({ success }) => success),
          successes,
        );
        assert.deepEqual(results[2]?.errors, [
          { statusCode: "DUPLICATE_VALUE", message: "Duplicate external id specified: 1", fields: ["ERP_Id__c"] },
        ]);
      } finally {
        await bench.network.close();
      }
    });
  }

  const message = "No such column 'Colour__c' on sobject of type Order__c";
  for (const [unknownField, status, expected] of [
    ["request", 400, [{ message, errorCode: "INVALID_FIELD" }]],
    ["row", 200, [{ success: false, errors: [{ statusCode: "INVALID_FIELD", message, fields: [] }] }, true]],
  ] as const) {
    it(`reject a field that the object does not have: ${unknownField}`, async () => {
      const bench = await openOrg({ readings: { ...defaultReadings, unknownField } });
      try {
        const answer = await bench.upsert([
          given({ ERP_Id__c: "1", Name: "one", Colour__c: "red" }),
          given({ ERP_Id__c: "2", Name: "two" }),
        ]);
        assert.equal(answer.status, status);
        const results = answer.json as readonly { readonly success?: boolean }[];
        assert.deepEqual(
          results.map((result) => result.success === true || result),
          expected,
        );
        assert.equal(bench.org.records("Order__c").length, unknownField === "row" ? 1 : 0);
      } finally {
        await bench.network.close();
      }
    });
  }
});
