import { failureRows, type ConsumerFailure } from "./note-failure";

/** Name of the workflow parameter that holds {@link salesforceFailures}. */
export const salesforceFailuresParameter = "salesforceFailures";

/** Codes of rows that Salesforce stores once others are done. https://github.com/jsforce/jsforce/issues/1018 */
const busy = ["UNABLE_TO_LOCK_ROW"];

/** Codes of rows that say nothing of the row. */
const unavailable = ["SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG"];

/**
 * Causes of an upsert that did not store each record, by status, and by the code of the request's or a row's error.
 *
 * Rows: one that may be stored later stops the run, whatever the others say; all others are the message's own fault. A
 * request of which Salesforce cannot read a value is the message's fault; other refusals are true of every message.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/errorcodes.html
 */
export const salesforceFailures: readonly ConsumerFailure[] = [
  ...busy.flatMap((code) => failureRows(["200"], "RowsLocked", { text: ofRow(code) })),
  ...failureRows(["200"], "SalesforceLimit", { text: ofRow("REQUEST_LIMIT_EXCEEDED") }),
  ...unavailable.flatMap((code) => failureRows(["200"], "SalesforceUnavailable", { text: ofRow(code) })),
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
