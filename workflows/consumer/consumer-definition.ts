import { vaultUriParameter } from "../../access";
import type { Actions, WorkflowDefinition } from "../../definition";
import { workflowDefinition } from "../../definition";
import { failRun, isTrue } from "../../definition/building";
import { recurrence } from "../recurrence";
import { vaultFailuresDeclaration } from "../vault/vault-failure";
import { withConsumerDefaults, type CompleteConsumer, type Consumer } from "./consumer";
import type { ConsumerOptions } from "./consumer-options";
import type { ConsumerFailureClass } from "./failure-classes";
import { processMessage } from "./process-message";
import { refreshWorkflowIdParameter } from "./refresh-requests";
import { initializeFailure, initializeOutcome, runVariables, type Outcome } from "./run-variables";
import { salesforceFailures, salesforceFailuresParameter } from "./salesforce-failures";
import { completeFailures, receiveFailures, serviceBusFailureParameters } from "./service-bus-failures";

/** Name of the consumer workflow's trigger. */
export const consumerTrigger = "Recurrence";

/** Name of the action that processes one message after the other. */
const processMessagesAction = "Process_messages";

/** Minutes after which a run begins no other message, in spite of those that wait. */
const minutesOfMessages = 30;

/** Minutes that a run takes at most: the last message begins at the end of its time, and ends within its lock. */
export const longestRunMinutes = minutesOfMessages + 5;

/**
 * The workflow that consumes one subscription: receives messages one after the other, upserts the records of each in
 * Salesforce with the token from the vault, and completes it.
 *
 * A message that was not stored is left to its lock, and delivered again; once it was delivered as often as the
 * subscription allows, Service Bus moves it to the dead letters. The run ends Failed, with the class of the last failure as
 * its code, if anything but an ended session kept a message from being stored. Variables hold words of the definition
 * only, and every action that handles the token or records hides its inputs and outputs.
 */
export function consumerDefinition(given: Consumer, options: ConsumerOptions): WorkflowDefinition {
  const consumer = withConsumerDefaults(given);
  return workflowDefinition({
    parameters: {
      [vaultUriParameter]: { type: "String", defaultValue: "" },
      [refreshWorkflowIdParameter]: { type: "String", defaultValue: "" },
      ...vaultFailuresDeclaration,
      [serviceBusFailureParameters.receive]: { type: "Array", defaultValue: receiveFailures },
      [serviceBusFailureParameters.complete]: { type: "Array", defaultValue: completeFailures },
      [salesforceFailuresParameter]: { type: "Array", defaultValue: salesforceFailures },
    },
    // Two runs at once would spend two deliveries on an outage, and lock each other's rows in Salesforce.
    triggers: { [consumerTrigger]: recurrence(consumer.intervalMinutes) },
    actions: workflowActions(consumer, options),
  });
}

function workflowActions(consumer: CompleteConsumer, options: ConsumerOptions): Actions {
  const outcome = `variables('${runVariables.outcome}')`;
  const failure = `variables('${runVariables.failure}')`;
  return {
    Initialize_outcome: initializeOutcome(),
    Initialize_failure: initializeFailure({ Initialize_outcome: ["Succeeded"] }),
    [processMessagesAction]: {
      type: "Until",
      description: `Processes one message after the other: ${consumer.maxMessagesPerRun} at most, until none is left or one stops the run.`,
      runAfter: { Initialize_failure: ["Succeeded"] },
      expression: `@not(equals(${outcome}, '${"Continue" satisfies Outcome}'))`,
      limit: { count: consumer.maxMessagesPerRun, timeout: `PT${minutesOfMessages}M` },
      actions: processMessage(consumer, options),
    },
    Run_failed: {
      type: "If",
      description:
        "Decides whether a failure was noted, or the last message was not done. The loop's own status tells neither.",
      runAfter: { [processMessagesAction]: ["Succeeded", "Failed", "Skipped", "TimedOut"] },
      expression: {
        or: [isTrue(`not(empty(${failure}))`), isTrue(`equals(${outcome}, '${"Working" satisfies Outcome}')`)],
      },
      actions: {
        Fail_run: failRun({
          description: "Ends the run Failed, with the class of the last failure as its code.",
          code: `@if(empty(${failure}), '${"Unexpected" satisfies ConsumerFailureClass}', ${failure})`,
          message:
            "A message could not be stored in Salesforce; the code says why, and docs/consumer/troubleshooting.md what to do. It " +
            "is delivered again until the subscription's maxDeliveryCount, and then goes to the dead letters.",
          runAfter: {},
        }),
      },
      else: { actions: {} },
    },
  };
}
