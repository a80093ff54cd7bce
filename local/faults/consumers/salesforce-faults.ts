import { deadLettered, describeMessages, repeatRuns, stored, type ConsumerFault } from "./consumer-fault";
import { maxDeliveryCount } from "./consumer-fault-stack";
import type { ScriptedErrorCode } from "../../../emulator/salesforce";

/** Minutes from the first delivery of a message to the last, and to the time when it is a dead letter. */
const lastDelivery = 5 * (maxDeliveryCount - 1);
const life = 5 * maxDeliveryCount;

/** Errors of whole requests, and the class of each. */
const refusals: readonly (readonly [name: string, error: ScriptedErrorCode, code: string])[] = [
  ["salesforce-unavailable", "SERVER_UNAVAILABLE", "SalesforceUnavailable"],
  ["salesforce-internal-error", "UNKNOWN_EXCEPTION", "SalesforceUnavailable"],
  ["salesforce-daily-limit", "REQUEST_LIMIT_EXCEEDED", "SalesforceLimit"],
  ["salesforce-api-disabled", "API_DISABLED_FOR_ORG", "SalesforceForbidden"],
  ["salesforce-address-too-long", "URI_TOO_LONG", "SalesforceRefused"],
];

const externalIdOf = (record: Readonly<Record<string, unknown>> | undefined): string => String(record?.erp_id);

/** Faults of Salesforce's data API, of the org's set-up, and of single records. */
export const salesforceFaults: readonly ConsumerFault[] = [
  ...refusals.map(([name, error, code]): ConsumerFault => ({
    name,
    answers: { to: "upsert", answer: error },
    inject: async (harness) => {
      harness.org.failRequests(error);
      harness.send();
      await harness.slots(6);
    },
    // The message is locked for four slots.
    expected: () => stored([code]),
  })),
  {
    name: "salesforce-down-until-the-last-delivery",
    inject: async (harness) => {
      harness.org.failRequests("SERVER_UNAVAILABLE", 1_000);
      harness.send();
      await harness.slots(lastDelivery);
      harness.org.recover();
      await harness.slots(1);
    },
    expected: () => ({
      ...stored([], { alerts: ["failed"] }),
      runs: repeatRuns("SalesforceUnavailable", maxDeliveryCount - 1),
    }),
  },
  {
    name: "salesforce-down-for-a-minute-more",
    inject: async (harness) => {
      harness.org.failRequests("SERVER_UNAVAILABLE", 1_000);
      harness.send();
      await harness.slots(lastDelivery + 1);
      harness.org.recover();
      await harness.slots(6);
    },
    expected: () => deadLettered("SalesforceUnavailable"),
  },
  {
    name: "salesforce-answer-lost",
    inject: async (harness) => {
      harness.org.delayAnswers(150_000);
      harness.send();
      await harness.slots(6);
    },
    expected: () => stored(["SalesforceUnavailable"]),
  },
  {
    // Salesforce refuses every message, so that only the one that it tried first spends a delivery.
    name: "field-removed",
    inject: async (harness) => {
      harness.send();
      harness.send();
      harness.org.removeField("Account", "Phone");
      await harness.slots(1);
      harness.org.addField("Account", { name: "Phone", type: "string", length: 40 });
      await harness.slots(6);
    },
    expected: () => stored(["MappingRefused"], { messages: describeMessages({ completed: 2 }), records: 4 }),
  },
  {
    name: "external-id-field-removed",
    inject: async (harness) => {
      harness.send();
      harness.org.removeField("Account", "ERP_Id__c");
      await harness.slots(1);
      harness.org.addField("Account", { name: "ERP_Id__c", type: "string", length: 36, externalId: true });
      await harness.slots(6);
    },
    expected: () => stored(["ObjectNotFound"]),
  },
  {
    name: "row-locked-then-free",
    inject: async (harness) => {
      const { records } = harness.send();
      harness.org.rejectRecord(externalIdOf(records[0]), "UNABLE_TO_LOCK_ROW");
      await harness.slots(6);
    },
    expected: () => stored(["RowsLocked"]),
  },
  {
    name: "one-row-of-200-rejected",
    inject: async (harness) => {
      const { records } = harness.send(200);
      harness.org.rejectRecord(externalIdOf(records[100]), "FIELD_CUSTOM_VALIDATION_EXCEPTION", 1_000);
      await harness.slots(life + 2);
    },
    expected: () => deadLettered("RowsRejected", { records: 199 }),
  },
  {
    name: "one-row-rejected-until-its-rule-is-changed",
    inject: async (harness) => {
      const { records } = harness.send();
      harness.org.rejectRecord(externalIdOf(records[0]), "FIELD_CUSTOM_VALIDATION_EXCEPTION");
      await harness.slots(6);
    },
    expected: () => stored(["RowsRejected"]),
  },
];
