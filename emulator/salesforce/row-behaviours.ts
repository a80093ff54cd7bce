import { declareBehaviours, documented, failure, reported, type Failure } from "../provenance";

const guide = "https://developer.salesforce.com/docs/platform/api-rest/guide";
const upsert = `${guide}/resources-composite-sobjects-collections-upsert.html`;
const codesOfRestforce =
  "https://github.com/restforce/restforce/blob/017ca0c7c9a67566bd4d695003b1ba250c61f4a5/lib/restforce/error_code.rb";

/** Declares an error of a record that Salesforce's clients know by its status code. */
function known<const Code extends string>(code: Code, behaviour: string): ReturnType<typeof failure<Code>> {
  return failure(code, reported(behaviour, codesOfRestforce));
}

/** Errors of single records, as the emulator finds them. */
export const rowBehaviours = declareBehaviours("salesforce-row", {
  rolledBack: failure(
    "ALL_OR_NONE_OPERATION_ROLLED_BACK",
    documented("With allOrNone, one failed record rolls all back: the others have this error, and an ID", upsert),
  ),
  requiredFieldMissing: known("REQUIRED_FIELD_MISSING", "A record without a value for a required field is rejected"),
  stringTooLong: known(
    "STRING_TOO_LONG",
    "A text that is longer than its field is rejected, and the message quotes it",
  ),
  notInPicklist: known(
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
    "A value that a restricted picklist does not have is rejected",
  ),
  repeatedExternalId: failure(
    "DUPLICATE_VALUE",
    reported(
      "An external ID that is in a request twice is rejected",
      "https://salesforce.stackexchange.com/questions/104048/why-does-upsert-cause-a-duplicate-value-error/104050",
    ),
  ),
  externalIdMissing: failure(
    "MISSING_ARGUMENT",
    reported(
      "A record without its external ID is rejected",
      "https://github.com/forcedotcom/Data-Migration-Tool/issues/5",
    ),
  ),
});

/** Errors of single records that depend on what the emulator does not have: tests and commands choose them. */
export const scriptedRowBehaviours = declareBehaviours("salesforce-row", {
  unableToLockRow: failure(
    "UNABLE_TO_LOCK_ROW",
    reported(
      "A record that another request holds is rejected after a while",
      "https://github.com/jsforce/jsforce/pull/1623",
    ),
  ),
  duplicatesDetected: failure(
    "DUPLICATES_DETECTED",
    documented(
      "A record that a duplicate rule finds is rejected",
      `${guide}/resources-composite-sobjects-collections-create.html`,
    ),
  ),
  validationRule: failure(
    "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    reported(
      "A record that a validation rule or trigger refuses is rejected",
      "https://github.com/jsforce/jsforce/issues/861",
    ),
  ),
  triggerFailed: failure(
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
    reported(
      "A record on which a trigger or the setup of its object fails is rejected",
      "https://github.com/mulesoft/salesforce-connector/issues/139",
    ),
  ),
  externalIdNotUnique: failure(
    "DUPLICATE_EXTERNAL_ID",
    reported(
      "An external ID that several records have is rejected",
      "https://wiki.myrapidi.com/wiki/duplicate_external_id",
    ),
  ),
  flowFailed: known("CANNOT_EXECUTE_FLOW_TRIGGER", "A record on which a flow fails is rejected"),
  referenceInvalid: known("INVALID_CROSS_REFERENCE_KEY", "A record that refers to a missing one is rejected"),
  deleted: known("ENTITY_IS_DELETED", "A record that is deleted is rejected"),
  locked: known("ENTITY_IS_LOCKED", "A record that an approval has locked is rejected"),
  readOnly: known("INSUFFICIENT_ACCESS_OR_READONLY", "A record that the user may not write is rejected"),
  emailInvalid: known("INVALID_EMAIL_ADDRESS", "A text that is not an email address is rejected in a field for one"),
  numberOutOfRange: known("NUMBER_OUTSIDE_VALID_RANGE", "A number outside the range of its field is rejected"),
  ownerInactive: known("INACTIVE_OWNER_OR_USER", "A record of an inactive owner is rejected"),
  storageFull: known("STORAGE_LIMIT_EXCEEDED", "A new record is rejected where the org's storage is full"),
  queryTimeout: known("QUERY_TIMEOUT", "A record is rejected where a query takes too long"),
  runningTooLong: known("REQUEST_RUNNING_TOO_LONG", "A record is rejected where its request takes too long"),
  unavailable: known("SERVER_UNAVAILABLE", "A record is rejected where a server is overloaded"),
});

type Scripted = (typeof scriptedRowBehaviours)[keyof typeof scriptedRowBehaviours];

/** Status code of an error that tests and commands choose for a record. */
export type ScriptedStatusCode = Scripted["code"];

/** Finds the behaviour of a status code. @throws {Error} for one that cannot be chosen */
export function scriptedRowBehaviour(code: ScriptedStatusCode): Failure {
  const found = Object.values(scriptedRowBehaviours).find((record) => record.code === code);
  if (found === undefined) throw new Error(`'${code}' is not an error that can be chosen for a record.`);
  return found;
}
