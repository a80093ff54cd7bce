import type { Actions, HttpAction, QueryAction } from "../../definition";
import { secured } from "../../definition";
import { bodyUnlessSkipped, isTrue } from "../../definition/building";
import type { CompleteConsumer } from "./consumer";
import { secretValue } from "../vault/get-secret";
import { noteFailure } from "./note-failure";
import { readActions, recordCount } from "./read-message";
import { canBeRenewed, renewSession } from "./renew-session";
import { setOutcome } from "./run-variables";
import { salesforceFailuresParameter } from "./salesforce-failures";
import { serviceBusFailureParameters } from "./service-bus-failures";
import { completeMessage, serviceBusActions } from "./service-bus-requests";
import type { ConsumerOptions } from "./consumer-options";
import { instanceUrl, tokenAction } from "./stored-session";

/** Names of the actions that upsert the records. */
export const updateActions = { update: "Update_records", stored: "Stored_rows", result: "Records_are_stored" } as const;

/** Upserts the records, and completes the message if Salesforce has stored each of them. */
export function updateRecords(consumer: CompleteConsumer, options: ConsumerOptions): Actions {
  const stored = `length(coalesce(${bodyUnlessSkipped(updateActions.stored)}, json('[]')))`;
  return {
    [updateActions.update]: update(consumer),
    [updateActions.stored]: findStored(),
    [updateActions.result]: {
      type: "If",
      description: "Decides whether Salesforce has stored each record of the message.",
      runAfter: {
        [updateActions.update]: ["Succeeded", "Failed", "TimedOut"],
        [updateActions.stored]: ["Succeeded", "Failed", "Skipped"],
      },
      expression: { and: [isTrue(`equals(${stored}, ${recordCount})`)] },
      actions: {
        [serviceBusActions.complete]: completeMessage(consumer.subscription, options, {}),
        Continue: setOutcome("Goes on to the next message.", "Continue", {
          [serviceBusActions.complete]: ["Succeeded"],
        }),
        ...noteFailure(serviceBusActions.complete, {
          table: serviceBusFailureParameters.complete,
          runAfter: { [serviceBusActions.complete]: ["Failed", "TimedOut"] },
        }),
      },
      else: {
        actions: {
          Session_can_be_renewed: {
            type: "If",
            description: `Decides whether Salesforce refused a token that was stored more than ${consumer.refreshGraceMinutes} minutes ago.`,
            runAfter: {},
            expression: canBeRenewed(consumer, `outputs('${updateActions.update}')?['statusCode']`),
            actions: renewSession(consumer, options),
            else: {
              actions: noteFailure(updateActions.update, { table: salesforceFailuresParameter, runAfter: {} }),
            },
          },
        },
      },
    },
  };
}

function update({ sObject, externalIdField, allOrNone, apiVersion }: CompleteConsumer): HttpAction {
  return {
    type: "Http",
    description: "Upserts the records by their external IDs. Service Bus delivers the message again if this fails.",
    runAfter: {},
    inputs: {
      method: "PATCH",
      uri: `https://@{uriHost(${instanceUrl})}/services/data/v${apiVersion}/composite/sobjects/${sObject}/${externalIdField}`,
      headers: {
        Accept: "application/json",
        Authorization: `Bearer @{${secretValue(tokenAction)}}`,
        "Content-Type": "application/json",
      },
      body: { allOrNone, records: `@body('${readActions.map}')` },
      retryPolicy: { type: "none" },
    },
    limit: { timeout: "PT2M" },
    operationOptions: "DisableAsyncPattern, SuppressWorkflowHeaders",
    // Logic Apps waits for 120 s at most.
    runtimeConfiguration: { ...secured, requestOptions: { timeout: "PT110S" } },
  };
}

/** Counting those that are stored leaves no answer that passes for a success: none at all, too few, or another text. */
function findStored(): QueryAction {
  return {
    type: "Query",
    description: "Finds the records that Salesforce has stored.",
    runAfter: { [updateActions.update]: ["Succeeded"] },
    inputs: { from: `@body('${updateActions.update}')`, where: "@equals(item()?['success'], true)" },
    runtimeConfiguration: secured,
  };
}
