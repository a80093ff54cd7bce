import type { Actions, QueryAction, RunAfter, SelectAction } from "../../definition";
import { secured } from "../../definition";
import { answerAsJson, bodyUnlessSkipped, mappedRecord } from "../../definition/building";
import type { CompleteConsumer } from "./consumer";
import { serviceBusActions } from "./service-bus-requests";

/** Names of the actions that read the received message. */
export const readActions = {
  /** Takes the records of a message with the content type of JSON. */
  records: "Read_records",
  /** Takes the records of a message whose text is JSON, whatever its content type. */
  text: "Read_text",
  /** Makes what is sent to Salesforce. */
  map: "Map_records",
  /** Finds the records that lack a required field. */
  incomplete: "Incomplete_records",
} as const;

/** Most records that one request may upsert. https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections-upsert.html */
export const mostRecords = 200;

/** Expression of the number of the records that were mapped; 0 if the message could not be read. */
export const recordCount = `length(coalesce(${bodyUnlessSkipped(readActions.map)}, json('[]')))`;

/** Expression of the number of the mapped records that lack a required field. */
export const incompleteCount = `length(coalesce(${bodyUnlessSkipped(readActions.incomplete)}, json('[]')))`;

/** Reads the message's records and maps them to those of Salesforce. Records are hidden in each action. */
export function readMessage(consumer: CompleteConsumer, runAfter: RunAfter): Actions {
  const message = serviceBusActions.receive;
  return {
    [readActions.records]: {
      type: "Select",
      description: "Takes the message's records. Fails on a message that is no JSON or does not say so.",
      runAfter,
      // No string() here, which takes 131,072 characters, half of the longest message.
      inputs: { from: `@body('${message}')?['records']`, select: "@item()" },
      runtimeConfiguration: secured,
    },
    [readActions.text]: {
      type: "Select",
      description: "Takes the records of a message that is JSON and has another content type.",
      runAfter: { [readActions.records]: ["Failed"] },
      inputs: { from: `@${answerAsJson(message)}?['records']`, select: "@item()" },
      runtimeConfiguration: secured,
    },
    [readActions.map]: mapRecords(consumer),
    [readActions.incomplete]: findIncomplete(consumer),
  };
}

function mapRecords({ sObject, fields }: CompleteConsumer): SelectAction {
  return {
    type: "Select",
    description: "Makes Salesforce's records: the fields of the settings, and nothing else of a record.",
    runAfter: { [readActions.records]: ["Succeeded", "Failed"], [readActions.text]: ["Succeeded", "Skipped"] },
    inputs: {
      from: `@coalesce(body('${readActions.records}'), ${bodyUnlessSkipped(readActions.text)})`,
      select: `@${mappedRecord({ attributes: { type: sObject } }, fields)}`,
    },
    runtimeConfiguration: secured,
  };
}

function findIncomplete({ externalIdField, requiredFields }: CompleteConsumer): QueryAction {
  const required = [...new Set([externalIdField, ...requiredFields])];
  const absent = required.map((field) => `equals(item()?['${field}'], null)`);
  return {
    type: "Query",
    description: "Finds records without the external ID or another required field.",
    runAfter: { [readActions.map]: ["Succeeded"] },
    inputs: {
      from: `@body('${readActions.map}')`,
      where: absent.length === 1 ? `@${absent.join("")}` : `@or(${absent.join(", ")})`,
    },
    runtimeConfiguration: secured,
  };
}
