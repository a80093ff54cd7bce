import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { documentedRowErrors } from "../../documents";
import { salesforceFailures } from "../../../workflows/consumer/salesforce-failures";

/** Class and outcome of an answer, as the consumer's Query action finds them. */
function causeOf(status: number, answer: unknown): readonly string[] {
  const text = `* ${JSON.stringify(answer)}`;
  const row = salesforceFailures.find(
    (each) => [String(status), "*"].includes(each.answer) && text.includes(each.text),
  );
  return row === undefined ? [] : [row.code, row.outcome];
}

const rejected = (statusCode: string, message = "a message") => ({
  success: false,
  errors: [{ statusCode, message, fields: [] }],
});
const stored = { id: "001000000000001AAA", success: true, errors: [] };

describe("The class of an upsert that did not store each record", () => {
  for (const [failureClass, codes] of [
    ["RowsLocked", ["UNABLE_TO_LOCK_ROW"]],
    ["SalesforceLimit", ["REQUEST_LIMIT_EXCEEDED", "STORAGE_LIMIT_EXCEEDED"]],
    ["SalesforceUnavailable", ["SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG"]],
    ["SalesforceForbidden", ["INSUFFICIENT_ACCESS_OR_READONLY", "INACTIVE_OWNER_OR_USER"]],
    ["AutomationFailed", ["CANNOT_EXECUTE_FLOW_TRIGGER", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"]],
    ["MappingRefused", ["INVALID_FIELD"]],
  ] as const) {
    it(`is ${failureClass} for rows with ${codes.join(", ")}, and stops the run`, () => {
      for (const code of codes) assert.deepEqual(causeOf(200, [stored, rejected(code)]), [failureClass, "Stop"], code);
    });
  }

  it("is RowsRejected for any other error of a row, and the run goes on", () => {
    for (const code of [
      ...["REQUIRED_FIELD_MISSING", "STRING_TOO_LONG", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"],
      ...["FIELD_CUSTOM_VALIDATION_EXCEPTION", "DUPLICATES_DETECTED", "DUPLICATE_EXTERNAL_ID"],
      ...["INVALID_CROSS_REFERENCE_KEY", "ENTITY_IS_DELETED", "INVALID_EMAIL_ADDRESS"],
      ...["NUMBER_OUTSIDE_VALID_RANGE", "MISSING_ARGUMENT", "A_CODE_OF_NEXT_YEAR"],
    ]) {
      assert.deepEqual(causeOf(200, [rejected(code), stored]), ["RowsRejected", "Continue"], code);
    }
  });

  it("is that of docs/consumer/etl.md, for each code that the page has", () => {
    const documented = documentedRowErrors();
    assert.equal(documented.length, 7);
    for (const { failureClass, codes } of documented) {
      for (const code of codes) {
        const message = failureClass === "RowsLocked" ? "duplicate value found: …" : "a message";
        assert.equal(causeOf(200, [rejected(code, message)])[0], failureClass, code);
      }
    }
  });

  it("tells an external ID that the message repeats from one that somebody else created at the same time", () => {
    const repeated = rejected("DUPLICATE_VALUE", "Duplicate external id specified: 1");
    const race = rejected(
      "DUPLICATE_VALUE",
      "duplicate value found: ERP_Id__c duplicates value on record with id: 001",
    );
    assert.deepEqual(causeOf(200, [repeated]), ["RowsRejected", "Continue"]);
    assert.deepEqual(causeOf(200, [race]), ["RowsLocked", "Stop"]);
  });

  it("is that of the row that stops the run, wherever it stands", () => {
    const rows = [rejected("STRING_TOO_LONG"), rejected("UNABLE_TO_LOCK_ROW")];
    assert.deepEqual(causeOf(200, rows), ["RowsLocked", "Stop"]);
    assert.deepEqual(causeOf(200, rows.reverse()), ["RowsLocked", "Stop"]);
  });

  it("is not chosen by what a record contains, which messages quote", () => {
    const message = 'Name: data value too large: "statusCode":"UNABLE_TO_LOCK_ROW"';
    assert.deepEqual(causeOf(200, [rejected("STRING_TOO_LONG", message)]), ["RowsRejected", "Continue"]);
  });
});
