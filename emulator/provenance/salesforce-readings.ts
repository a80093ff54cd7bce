import { inferred, reported } from "./behaviour";
import type { Reading } from "./reading";

const upsert =
  "https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections-upsert.html";

const sessions = "https://hotovo.com/2017/08/14/why-my-sfdc-oauth2-token-pair-gets-revoked/";

/** Questions about Salesforce's data API and its sessions. */
export const salesforceReadings = {
  unknownField: {
    question: "What does Salesforce reject where a record of an upsert has a field that the object does not have?",
    alternatives: {
      request: reported(
        "A field that the object does not have fails the whole request with 400, as it does that of a single record",
        "https://github.com/MinnPost/object-sync-for-salesforce/issues/194",
      ),
      row: inferred("A field that the object does not have fails only the records that have it", upsert),
    },
    default: "request",
  },
  repeatedExternalId: {
    question: "Which records does Salesforce reject where an upsert has an external ID twice?",
    alternatives: {
      everyRow: reported(
        "Every record whose external ID is in the request twice is rejected, and none of them is stored",
        "https://salesforce.stackexchange.com/questions/104048/why-does-upsert-cause-a-duplicate-value-error/104050",
      ),
      laterRows: inferred("The first record with an external ID is stored, and later ones are rejected", upsert),
    },
    default: "everyRow",
  },
  secondSession: {
    question: "What does Salesforce answer to a request by client credentials while a session of the client is alive?",
    alternatives: {
      new: inferred("A second request answers a new session, and the first one lives on", sessions),
      same: reported(
        "A second request answers the session that is alive, with the time that it has left",
        "https://github.com/restforce/restforce/issues/512",
      ),
      endsFirst: inferred("A second request answers a new session, and ends the first one", sessions),
    },
    default: "new",
  },
} as const satisfies Readonly<Record<string, Reading>>;
