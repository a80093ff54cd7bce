import type * as pulumi from "@pulumi/pulumi";
import { atOnce, createMetricRule, type MetricRule } from "./metric-rule";
import { silenceWatch } from "./silence-watch";
import type { WorkflowAlerts } from "./workflow-alerts";

/** A subscription of a Service Bus topic whose messages a workflow processes. */
export interface WatchedSubscription {
  /** Resource ID of its topic. */
  readonly topicId: string;
  readonly subscriptionName: string;
  /** Name of what processes the messages. */
  readonly consumer: string;
  /** Messages that a run processes at most. */
  readonly maxMessagesPerRun: number;
  /** Minutes between two runs. */
  readonly intervalMinutes: number;
  /** Minutes that a run may take. */
  readonly longestRunMinutes: number;
}

/** IDs of the alert rules on a subscription's messages. */
export interface MessageRules {
  /** Fires while the dead-letter queue has messages. */
  readonly deadLetters: pulumi.Output<string>;
  /** Fires when more messages wait than a run processes, without a break; absent if no metric alert window is long enough. */
  readonly waiting?: pulumi.Output<string>;
}

/**
 * Creates the rules that watch a subscription's messages. Their names begin with `name`.
 *
 * Azure counts the messages of all subscriptions of a topic together:
 * https://github.com/Azure/azure-service-bus/issues/119
 */
export function createMessageRules(
  name: string,
  watched: WatchedSubscription,
  alerts: WorkflowAlerts,
  opts: pulumi.CustomResourceOptions,
): MessageRules {
  const { topicId, subscriptionName, consumer, maxMessagesPerRun } = watched;
  const [, scope = "", topicName = ""] = /^(.*)\/topics\/([^/]+)$/i.exec(topicId) ?? [];
  const ofMessages = { scope, criterion: ofEntities([topicName, `${topicName}/Subscriptions/${subscriptionName}`]) };
  const together = "Azure counts the messages of all subscriptions of a topic together, so they may be another's.";
  const deadLetters: MetricRule = {
    description: `The topic ${topicName} has dead letters, perhaps of the consumer ${consumer}. ${together}`,
    severity: 1,
    ...ofMessages,
    criterion: {
      ...ofMessages.criterion,
      ...{ name: "dead-letters", metricName: "DeadletteredMessages", timeAggregation: "Maximum", threshold: 0 },
    },
    watch: atOnce,
  };
  const rules = { deadLetters: createMetricRule(`${name}-dead-letters`, deadLetters, alerts, opts) };
  const watch = silenceWatch(watched.intervalMinutes, watched.longestRunMinutes);
  if (watch === undefined) return rules;
  const waiting: MetricRule = {
    description:
      `More messages wait in the topic ${topicName} than a run of the consumer ${consumer} processes (${maxMessagesPerRun}), ` +
      `all the time: it does not keep up, or does not get on. ${together}`,
    // Nothing is lost yet.
    severity: 2,
    ...ofMessages,
    criterion: {
      ...ofMessages.criterion,
      ...{ name: "waiting", metricName: "ActiveMessages", timeAggregation: "Minimum", threshold: maxMessagesPerRun },
    },
    watch,
  };
  return { ...rules, waiting: createMetricRule(`${name}-waiting`, waiting, alerts, opts) };
}

/** A condition on the messages of entities, each by itself. */
function ofEntities(names: readonly string[]) {
  return {
    metricNamespace: "Microsoft.ServiceBus/namespaces",
    operator: "GreaterThan",
    // No document says that a subscription has a count of its own; if it has one, it is watched under its own name.
    dimensions: [{ name: "EntityName", values: names }],
  } as const;
}
