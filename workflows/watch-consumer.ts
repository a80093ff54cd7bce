import type * as pulumi from "@pulumi/pulumi";
import {
  createAlertRules,
  createMessageRules,
  type AlertRules,
  type MessageRules,
  type WorkflowAlerts,
} from "../alerts";
import type { CompleteConsumer } from "./consumer/consumer";
import { longestRunMinutes } from "./consumer/consumer-definition";

/** IDs of the alert rules of a consumer: on its runs, and on its messages. */
export type ConsumerAlertRules = AlertRules & MessageRules;

/** Creates the alert rules of a consumer. Their names begin with `name`. */
export function watchConsumer(
  name: string,
  workflowId: pulumi.Input<string>,
  { subscription, intervalMinutes, maxMessagesPerRun }: CompleteConsumer,
  alerts: WorkflowAlerts,
  opts: pulumi.CustomResourceOptions,
): ConsumerAlertRules {
  const { topicId, name: subscriptionName } = subscription;
  const schedule = { intervalMinutes, longestRunMinutes };
  const runs = { ...schedule, workflowId, activity: `run of the consumer ${name}` };
  const messages = { ...schedule, topicId, subscriptionName, consumer: name, maxMessagesPerRun };
  return { ...createAlertRules(name, runs, alerts, opts), ...createMessageRules(name, messages, alerts, opts) };
}
