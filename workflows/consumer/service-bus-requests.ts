import { serviceBusAudience } from "../../azure";
import type { HttpAction, Leaf, RunAfter } from "../../definition";
import type { ConsumedSubscription } from "../../settings";
import { identityRequest } from "./identity-request";
import { serviceBusPath } from "./service-bus-path";

/** Names of the actions that call Service Bus. */
export const serviceBusActions = {
  receive: "Receive_message",
  complete: "Complete_message",
  giveBack: "Return_message",
} as const;

/** Locks one message of the subscription, if there is one. Never repeated: each answer that is lost has locked a message. */
export function receiveMessage(subscription: ConsumedSubscription, identity: Leaf | undefined): HttpAction {
  return identityRequest(
    {
      description: "Receives one message and locks it. The answer is 204 if there is none within 5 seconds.",
      method: "POST",
      // Service Bus answers at once where a message waits. https://learn.microsoft.com/rest/api/servicebus/peek-lock-message-non-destructive-read
      uri: `${serviceBusPath(subscription)}/messages/head?timeout=5`,
      audience: serviceBusAudience,
      retryPolicy: { type: "none" },
      requestTimeout: "PT30S",
      timeout: "PT40S",
    },
    identity,
  );
}

/** Removes the locked message from the subscription. */
export function completeMessage(
  subscription: ConsumedSubscription,
  identity: Leaf | undefined,
  runAfter: RunAfter,
): HttpAction {
  return identityRequest(
    {
      description: "Completes the message: Salesforce has stored each of its records.",
      method: "DELETE",
      uri: lockedMessage(subscription),
      audience: serviceBusAudience,
      runAfter,
      retryPolicy: { type: "fixed", count: 2, interval: "PT5S" },
      requestTimeout: "PT15S",
      timeout: "PT1M",
    },
    identity,
  );
}

/** Gives the locked message back, for the next run to receive it at once. */
export function returnMessage(subscription: ConsumedSubscription, identity: Leaf | undefined): HttpAction {
  return identityRequest(
    {
      description: "Gives the message back, so that the next run receives it with the new token.",
      method: "PUT",
      uri: lockedMessage(subscription),
      audience: serviceBusAudience,
      retryPolicy: { type: "none" },
      requestTimeout: "PT15S",
      timeout: "PT20S",
    },
    identity,
  );
}

/** Expression of the number of times that the received message was delivered, this time included. */
export const deliveryCount = `json(outputs('${serviceBusActions.receive}')['headers']['BrokerProperties'])['DeliveryCount']`;

/** Address of the received message, by the last two segments of its `Location`. Host and entity are literal. */
function lockedMessage(subscription: ConsumedSubscription): string {
  const location = `outputs('${serviceBusActions.receive}')['headers']['Location']`;
  return `${serviceBusPath(subscription)}/messages/@{last(split(uriPath(${location}), '/messages/'))}`;
}
