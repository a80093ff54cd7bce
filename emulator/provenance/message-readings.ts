import { documented, inferred, seen } from "./behaviour";
import type { Reading } from "./reading";

const rest = "https://learn.microsoft.com/rest/api/servicebus";
const peekLock = `${rest}/peek-lock-message-non-destructive-read`;
const authentication = "https://learn.microsoft.com/azure/service-bus-messaging/authenticate-application";

/** Questions about what Service Bus answers over HTTP. */
export const messageReadings = {
  untypedMessage: {
    question: "Which Content-Type has a received message that was sent without one?",
    alternatives: {
      atomEntry: documented("A received message has the type application/atom+xml;type=entry;charset=utf-8", peekLock),
      octetStream: inferred(
        "A message that was sent without a type is received as application/octet-stream",
        `${rest}/message-headers-and-properties`,
      ),
      none: inferred(
        "A message that was sent without a type is received without one",
        `${rest}/message-headers-and-properties`,
      ),
    },
    default: "atomEntry",
  },
  lockedMessageAddress: {
    question: "What stands before the lock token in the Location of a locked message?",
    alternatives: {
      sequenceNumber: seen("The Location of a locked message has its sequence number", peekLock),
      messageId: documented("The Location of a locked message has its message ID", `${rest}/unlock-message`),
    },
    default: "sequenceNumber",
  },
  missingMessageRight: {
    question: "How is a valid token answered that has no right to an entity's messages?",
    alternatives: {
      unauthorized: documented("A caller without the right to send or receive is answered with 401", peekLock),
      forbidden: inferred("A caller without the right to send or receive is answered with 403", authentication),
    },
    default: "unauthorized",
  },
  goneEntity: {
    question: "What is answered for a deleted subscription, whose role assignments are gone with it?",
    alternatives: {
      gone: documented("A subscription that does not exist is answered with 410", peekLock),
      unauthorized: inferred(
        "A caller without a right at the subscription is answered as such, whether it exists or not",
        authentication,
      ),
    },
    default: "gone",
  },
  messageMetricEntity: {
    question: "Which value of EntityName have the message counts of a topic's subscription?",
    alternatives: {
      topic: documented(
        "ActiveMessages and DeadletteredMessages count the messages of a queue or topic",
        "https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-servicebus-namespaces-metrics",
      ),
      subscription: inferred(
        "The messages of a subscription are counted under {topic}/Subscriptions/{subscription}",
        "https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-servicebus-namespaces-metrics",
      ),
    },
    default: "topic",
  },
  subscriptionScope: {
    question: "Does a role that is assigned at a topic's subscription permit its holder to receive from it?",
    alternatives: {
      enough: documented("A role for messages can be assigned at a topic's subscription", authentication),
      topicNeeded: inferred("A role for messages has effect at a topic or above it only", authentication),
    },
    default: "enough",
    needs: { alternative: "enough", section: "a-role-at-the-subscription-of-a-topic" },
  },
} as const satisfies Readonly<Record<string, Reading>>;
