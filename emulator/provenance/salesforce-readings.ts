import { inferred, reported } from "./behaviour";
import type { Reading } from "./reading";

const upsert =
  "https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections-upsert.html";

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
} as const satisfies Readonly<Record<string, Reading>>;
