import type { Actions } from "../../definition";
import { isTrue } from "../../definition/building";
import type { CompleteConsumer } from "./consumer";
import { isAllowedInstanceUrl } from "../allowed-instance-url";
import type { ConsumerOptions } from "./consumer-options";
import { noteFailure } from "./note-failure";
import { incompleteCount, mostRecords, readActions, readMessage, recordCount } from "./read-message";
import { setFailure, setOutcome } from "./run-variables";
import { serviceBusFailureParameters } from "./service-bus-failures";
import { receiveMessage, serviceBusActions } from "./service-bus-requests";
import { getToken, instanceUrl, noteTokenFailure, tokenAction } from "./stored-session";
import { updateRecords } from "./update-records";

const { receive } = serviceBusActions;

/** Receives one message, upserts its records in Salesforce, and completes it. */
export function processMessage(consumer: CompleteConsumer, options: ConsumerOptions): Actions {
  const status = `outputs('${receive}')['statusCode']`;
  return {
    [receive]: receiveMessage(consumer.subscription, options),
    ...noteFailure(receive, {
      table: serviceBusFailureParameters.receive,
      runAfter: { [receive]: ["Failed", "TimedOut"] },
    }),
    Message_received: {
      type: "If",
      description: "Decides whether a message was received.",
      runAfter: { [receive]: ["Succeeded"] },
      expression: { and: [isTrue(`equals(${status}, 201)`)] },
      actions: processReceived(consumer, options),
      else: {
        actions: {
          No_message: setOutcome(
            "Ends the run: the subscription is empty, or the answer is none that Service Bus gives.",
            `@if(equals(${status}, 204), 'Done', 'Working')`,
            {},
          ),
        },
      },
    },
  };
}

function processReceived(consumer: CompleteConsumer, options: ConsumerOptions): Actions {
  const { secretName, allowedInstanceUrlSuffixes } = options.token;
  return {
    Begin_message: setOutcome("Lets the run fail if it ends before the message is done.", "Working", {}),
    [tokenAction]: { ...getToken(secretName, options), runAfter: { Begin_message: ["Succeeded"] } },
    ...noteTokenFailure(),
    ...readMessage(consumer, { [tokenAction]: ["Succeeded"] }),
    Message_is_sound: {
      type: "If",
      description: `Decides whether the message has 1 to ${mostRecords} records with all that is required.`,
      runAfter: { [tokenAction]: ["Succeeded"], [readActions.incomplete]: ["Succeeded", "Failed", "Skipped"] },
      expression: {
        and: [
          isTrue(`greater(${recordCount}, 0)`),
          isTrue(`lessOrEquals(${recordCount}, ${mostRecords})`),
          isTrue(`equals(${incompleteCount}, 0)`),
        ],
      },
      actions: {
        Host_is_allowed: {
          type: "If",
          description: "Decides whether the token's instance URL is one of Salesforce's that the settings allow.",
          runAfter: {},
          expression: { and: isAllowedInstanceUrl(instanceUrl, allowedInstanceUrlSuffixes) },
          actions: updateRecords(consumer, options),
          else: {
            actions: {
              Host_failure: setFailure(
                "Notes that the token must not be sent to the host of its instance URL.",
                "InstanceUrlNotAllowed",
                {},
              ),
            },
          },
        },
      },
      else: { actions: noteBadMessage() },
    },
  };
}

/** A message that can never be stored: it is left to its lock, and goes to the dead letters by its deliveries. */
function noteBadMessage(): Actions {
  const kind = `if(greater(${incompleteCount}, 0), 'RequiredFieldMissing', 'BadMessage')`;
  return {
    Message_failure: setFailure(
      "Notes what is wrong with the message.",
      `@if(greater(${recordCount}, ${mostRecords}), 'TooManyRecords', ${kind})`,
      {},
    ),
    Message_outcome: setOutcome("Goes on to the next message.", "Continue", { Message_failure: ["Succeeded"] }),
  };
}
