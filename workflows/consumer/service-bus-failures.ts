import { failureRows, type ConsumerFailure } from "./note-failure";

/** Names of the workflow parameters that hold the tables of this file. */
export const serviceBusFailureParameters = {
  receive: "receiveFailures",
  complete: "completeFailures",
} as const;

/** Causes that every request to Service Bus can have. */
const ofEveryRequest: readonly ConsumerFailure[] = [
  ...failureRows(["401", "403"], "ServiceBusForbidden"),
  ...failureRows(["404", "410"], "SubscriptionGone"),
  ...failureRows(["300", "301", "302", "303", "307", "308", "400", "405", "411", "415"], "ServiceBusRefused"),
  ...failureRows(["*"], "ServiceBusUnavailable"),
];

/**
 * Causes of a failed receive, by status. A message that calls itself JSON and is none fails with a code of Logic Apps'
 * own, `BadRequest`; whether the status of the answer is there then, no document says.
 * https://learn.microsoft.com/rest/api/servicebus/peek-lock-message-non-destructive-read
 */
export const receiveFailures: readonly ConsumerFailure[] = [
  ...failureRows(["BadRequest", "201"], "BadMessage", { outcome: "Continue" }),
  ...ofEveryRequest,
];

/**
 * Causes by which a message was not completed, by status. A lock that was lost is harmless: the message is delivered and
 * upserted once more.
 * https://learn.microsoft.com/rest/api/servicebus/delete-message
 */
export const completeFailures: readonly ConsumerFailure[] = [
  ...failureRows(["404"], "LockLost", { outcome: "Continue" }),
  ...ofEveryRequest,
];
