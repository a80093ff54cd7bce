import { assumedRefusal, declareBehaviours, documented, notEmulated, refusal, reported, success } from "../provenance";

const guide = "https://developer.salesforce.com/docs/platform/api-rest/guide";
const upsert = `${guide}/resources-composite-sobjects-collections-upsert.html`;
const errorCodes = `${guide}/errorcodes.html`;
const codesOfRestforce =
  "https://github.com/restforce/restforce/blob/017ca0c7c9a67566bd4d695003b1ba250c61f4a5/lib/restforce/error_code.rb";

/** What Salesforce's data API answers to a request; `row-behaviours.ts` has the errors of single records. */
export const behaviours = declareBehaviours("salesforce", {
  upserted: success(
    200,
    documented(
      "An upsert that is well formed answers 200 with a result for each record in their order, whatever has failed",
      upsert,
    ),
  ),
  matchedByCase: documented(
    'External IDs match by letter case, except in a unique field that treats "ABC" and "abc" as duplicates',
    "https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_dml_examples_upsert.htm",
  ),
  nullErases: reported(
    "A null erases a field, and a field that a record does not have stays as it is",
    "https://dfc-org-production.force.com/forums/ForumsMain?id=9060G000000XfB6QAK",
  ),
  limitInfo: documented(
    "Every answer has the requests of the last 24 hours and their limit in Sforce-Limit-Info",
    "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm",
  ),

  sessionInvalid: refusal(
    401,
    "INVALID_SESSION_ID",
    documented("A token that is expired, revoked, or not of this org answers 401", errorCodes),
  ),
  sessionNotForRestApi: refusal(
    401,
    "INVALID_SESSION_ID",
    reported(
      "A session that may not use the REST API answers 401 with the code of an expired one, and another message",
      "https://nango.dev/blog/fix-salesforce-invalid-session-id-error",
    ),
  ),
  requestLimitExceeded: refusal(
    403,
    "REQUEST_LIMIT_EXCEEDED",
    documented("Requests beyond the org's limit of 24 hours answer 403", errorCodes),
  ),
  apiDisabledForOrg: refusal(
    403,
    "API_DISABLED_FOR_ORG",
    reported("An org without API access answers 403 with a code of its own", codesOfRestforce),
  ),
  unknownException: refusal(
    500,
    "UNKNOWN_EXCEPTION",
    documented("An error within the platform answers 500", errorCodes),
  ),
  serverUnavailable: refusal(
    503,
    "SERVER_UNAVAILABLE",
    documented("A server that is down for maintenance or overloaded answers 503", errorCodes),
  ),

  resourceNotFound: refusal(
    404,
    "NOT_FOUND",
    documented("A resource that does not exist, such as a misspelled object, answers 404", errorCodes),
  ),
  externalIdFieldNotFound: refusal(
    404,
    "NOT_FOUND",
    documented(
      "A field in the URI that is not an external ID of the object answers 404",
      "https://developer.salesforce.com/docs/atlas.en-us.242.0.api_asynch.meta/api_asynch/bulk_api_2_0_upsert.htm",
    ),
  ),
  versionWithoutUpsert: assumedRefusal(
    404,
    "NOT_FOUND",
    documented("An upsert of collections is available in API version 46.0 and later", upsert),
  ),
  otherResources: refusal(404, "NOT_FOUND", notEmulated("The data API has many other resources", guide)),
  methodNotAllowed: refusal(
    405,
    "METHOD_NOT_ALLOWED",
    documented("A method that the resource does not have answers 405", errorCodes),
  ),
  uriTooLong: assumedRefusal(414, "URI_TOO_LONG", documented("A URI longer than 16,384 bytes answers 414", errorCodes)),
  mediaTypeNotSupported: refusal(
    415,
    "UNSUPPORTED_MEDIA_TYPE",
    reported(
      "A body of a type that the resource does not take answers 415",
      "https://github.com/kevinohara80/nforce/issues/74",
    ),
  ),
  xmlNotServed: refusal(415, "UNSUPPORTED_MEDIA_TYPE", notEmulated("An upsert takes XML besides JSON", upsert)),

  malformedJson: refusal(
    400,
    "JSON_PARSER_ERROR",
    documented("A body that is not JSON answers 400 for the whole request", errorCodes),
  ),
  valueOfOtherType: refusal(
    400,
    "JSON_PARSER_ERROR",
    reported(
      "A value that cannot be read as its field's type fails the whole request",
      "https://salesforce.stackexchange.com/questions/54882/rest-api-how-to-insert-values-for-picklist-and-lookup-field-types/54883",
    ),
  ),
  unknownField: refusal(
    400,
    "INVALID_FIELD",
    reported(
      "A field that the object does not have is refused by its name",
      "https://github.com/MinnPost/object-sync-for-salesforce/issues/194",
    ),
  ),
  notWellFormed: assumedRefusal(
    400,
    "INVALID_INPUT",
    documented("A request that is not well formed, such as one without a list of records, answers 400", upsert),
  ),
  typeNotOfUri: assumedRefusal(
    400,
    "INVALID_INPUT",
    documented("Each record has an attributes.type, and it is the object of the URI", upsert),
  ),
  recordIdGiven: assumedRefusal(
    400,
    "INVALID_INPUT",
    documented("Records are named by external IDs only, not by record IDs", upsert),
  ),
  tooManyRecords: refusal(
    400,
    "EXCEEDED_ID_LIMIT",
    reported(
      "More than 200 records fail the whole request",
      "https://github.com/sorenkrabbe/Chrome-Salesforce-inspector/issues/134",
    ),
  ),
});
