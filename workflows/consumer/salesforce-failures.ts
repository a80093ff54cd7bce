import type { ConsumerFailureClass } from "./failure-classes";
import { failureRows, type ConsumerFailure } from "./note-failure";

/** Name of the workflow parameter that holds {@link salesforceFailures}. */
export const salesforceFailuresParameter = "salesforceFailures";

/**
 * Errors of single records that stop the run, by their class: either Salesforce stores the record once others are done or
 * it is well again, or its set-up refuses this and other records. All other errors are the record's own.
 *
 * Which codes are which is our reading: clients list them without saying so.
 * https://github.com/restforce/restforce/blob/017ca0c7c9a67566bd4d695003b1ba250c61f4a5/lib/restforce/error_code.rb
 * Rows that are locked: https://github.com/jsforce/jsforce/issues/1018
 */
const stoppingRows = {
  RowsLocked: ["UNABLE_TO_LOCK_ROW"],
  SalesforceLimit: ["REQUEST_LIMIT_EXCEEDED", "STORAGE_LIMIT_EXCEEDED"],
  SalesforceUnavailable: ["SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG"],
  SalesforceForbidden: ["INSUFFICIENT_ACCESS_OR_READONLY", "INACTIVE_OWNER_OR_USER"],
  AutomationFailed: ["CANNOT_EXECUTE_FLOW_TRIGGER", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"],
  MappingRefused: ["INVALID_FIELD"],
} as const satisfies Partial<Readonly<Record<ConsumerFailureClass, readonly string[]>>>;

/** Text of a row that somebody else created at the same time, and that is found the next time. A repeated ID has another. */
const createdMeanwhile = `${ofRow("DUPLICATE_VALUE")},"message":"duplicate value found`;

/**
 * Causes of an upsert that did not store each record, by status, and by the code of the request's or a row's error.
 *
 * Rows: one that stops the run does so whatever the others say. A request of which Salesforce cannot read a value is the
 * message's fault; other refusals are true of every message.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/errorcodes.html
 */
export const salesforceFailures: readonly ConsumerFailure[] = [
  ...failureRows(["200"], "RowsLocked", { text: createdMeanwhile }),
  ...Object.entries(stoppingRows).flatMap(([failureClass, codes]) =>
    codes.flatMap((code) => failureRows(["200"], failureClass as keyof typeof stoppingRows, { text: ofRow(code) })),
  ),
  ...failureRows(["200"], "RowsRejected", { text: '"success":false', outcome: "Continue" }),
  ...failureRows(["400"], "BadMessage", { text: ofRequest("JSON_PARSER_ERROR"), outcome: "Continue" }),
  ...failureRows(["400"], "MappingRefused"),
  // Of a token that was stored a short time ago; any other is refreshed.
  ...failureRows(["401"], "SessionRefused"),
  ...failureRows(["403"], "SalesforceLimit", { text: ofRequest("REQUEST_LIMIT_EXCEEDED") }),
  ...failureRows(["403"], "SalesforceForbidden"),
  ...failureRows(["404"], "ObjectNotFound"),
  ...failureRows(["429"], "SalesforceLimit"),
  ...failureRows(["300", "301", "302", "303", "307", "308"], "SalesforceRefused"),
  ...failureRows(["402", "405", "406", "409", "410", "411", "413", "414", "415", "422", "451"], "SalesforceRefused"),
  ...failureRows(["*"], "SalesforceUnavailable"),
];

/** Text of an answer with a row's error. A quotation mark in a message is escaped, so that no message contains it. */
function ofRow(code: string): string {
  return `"statusCode":"${code}"`;
}

/** Text of an answer with an error of the request. */
function ofRequest(code: string): string {
  return `"errorCode":"${code}"`;
}
