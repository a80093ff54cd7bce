import type { TopicSubscription } from "../azure/read-topic-subscription";
import { failed, passed, type CheckResult, type Remedy } from "../check-result";
import { upWithRefresh } from "../pulumi-commands";

/** Minutes of a lock: the longest that Service Bus has, within which a message's work ends. */
const lockMinutes = 5;

/** Checks the settings of a consumer's subscription on which its messages depend. */
export function checkTopicSubscription(subscription: TopicSubscription): CheckResult {
  const { name, maxDeliveryCount } = subscription;
  const problems = findProblems(subscription);
  if (problems.length > 0) return failed({ check: "subscription", subject: name, seen: problems.join(", ") }, changed);
  // From its first delivery to its last.
  const survived = `a message survives an outage of ${(maxDeliveryCount - 1) * lockMinutes} min`;
  return passed("subscription", name, `locks of ${lockMinutes} min, ${maxDeliveryCount} deliveries: ${survived}`);
}

function findProblems(subscription: TopicSubscription): readonly string[] {
  const { status, lockDuration, deadLettersExpired, hasSessions, forwardTo } = subscription;
  return [
    ...(status === "Active" ? [] : [`has the status ${status}`]),
    ...(hasSessions ? ["has sessions, which Service Bus's REST interface cannot receive"] : []),
    ...(forwardTo === "" ? [] : [`forwards its messages to ${forwardTo}`]),
    ...(lockDuration === `PT${lockMinutes}M`
      ? []
      : [
          `has locks of ${lockDuration} instead of ${lockMinutes} min: work may outlast them, and deliveries are spent sooner`,
        ]),
    ...(deadLettersExpired ? [] : ["drops messages that expire instead of keeping them as dead letters"]),
  ];
}

/** Checks that a subscription has no dead letters, and tells how many messages wait. */
export function checkMessages({ name, waiting, deadLetters }: TopicSubscription): CheckResult {
  const seen = `${waiting} ${waiting === 1 ? "message waits" : "messages wait"}, ${deadLetters} dead ${deadLetters === 1 ? "letter" : "letters"}`;
  return deadLetters === 0
    ? passed("messages", name, seen)
    : failed({ check: "messages", subject: name, seen }, handleDeadLetters);
}

const changed: Remedy = {
  cause: "The subscription was changed outside Pulumi, or existed before with settings that do not fit a consumer.",
  fix:
    `If this stack created it, run '${upWithRefresh}'. An existing one: set lockDuration PT5M and ` +
    "deadLetteringOnMessageExpiration; one with sessions must be replaced.",
};

const handleDeadLetters: Remedy = {
  cause: "Messages expired, or were delivered as often as the subscription allows without being stored in Salesforce.",
  fix: "Look at them, correct and send them again, or delete them (docs/consumer/README.md, Dead letters).",
};
