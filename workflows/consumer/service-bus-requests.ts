import type { AzureCaller } from "../../access";
import type { HttpAction, RunAfter } from "../../definition";
import type { ConsumedSubscription } from "../../settings";
import { cloudOf, identityRequest } from "./identity-request";
import { serviceBusPath } from "./service-bus-path";

/** Names of the actions that call Service Bus. */
export const serviceBusActions = {
  receive: "Receive_message",
  complete: "Complete_message",
  giveBack: "Return_message",
} as const;

/** Locks one message of the subscription, if there is one. Never repeated: each answer that is lost has locked a message. */
export function receiveMessage(subscription: ConsumedSubscription, caller: AzureCaller): HttpAction {
  return identityRequest(
    {
      description: "Receives one message and locks it. The answer is 204 if there is none within 5 seconds.",
      method: "POST",
      // Service Bus answers at once where a message waits. https://learn.microsoft.com/rest/api/servicebus/peek-lock-message-non-destructive-read
      uri: `${serviceBusPath(subscription, cloudOf(caller))}/messages/head?timeout=5`,
      audience: "serviceBusAudience",
      retryPolicy: { type: "none" },
      requestTimeout: "PT30S",
      timeout: "PT40S",
    },
    caller,
  );
}

/** Removes the locked message from the subscription. */
export function completeMessage(
  subscription: ConsumedSubscription,
  caller: AzureCaller,
  runAfter: RunAfter,
): HttpAction {
  return identityRequest(
    {
      description: "Completes the message: Salesforce has stored each of its records.",
      method: "DELETE",
      uri: lockedMessage(subscription, caller),
      audience: "serviceBusAudience",
      runAfter,
      retryPolicy: { type: "fixed", count: 2, interval: "PT5S" },
      requestTimeout: "PT15S",
      timeout: "PT1M",
    },
    caller,
  );
}

/** Gives the locked message back, for the next run to receive it at once. */
export function returnMessage(subscription: ConsumedSubscription, caller: AzureCaller): HttpAction {
  return identityRequest(
    {
      description: "Gives the message back, so that the next run receives it with the new token.",
      method: "PUT",
      uri: lockedMessage(subscription, caller),
      audience: "serviceBusAudience",
      retryPolicy: { type: "none" },
      requestTimeout: "PT15S",
      timeout: "PT20S",
    },
    caller,
  );
}

/** Expression of the number of times that the received message was delivered, this time included. */
export const deliveryCount = `json(outputs('${serviceBusActions.receive}')['headers']['BrokerProperties'])['DeliveryCount']`;

/** Address of the received message, by the last two segments of its `Location`. Host and entity are literal. */
function lockedMessage(subscription: ConsumedSubscription, caller: AzureCaller): string {
  const location = `outputs('${serviceBusActions.receive}')['headers']['Location']`;
  return `${serviceBusPath(subscription, cloudOf(caller))}/messages/@{last(split(uriPath(${location}), '/messages/'))}`;
}
