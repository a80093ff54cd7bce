import type { MessageChanges } from "../service-bus";
import { follow, type Readings } from "../provenance";
import { firstAfter } from "./first-after";
import type { Aggregation, MetricName, MetricValues } from "./metrics";

const minute = 60_000;

/** Values of a namespace's metrics for one value of the dimension `EntityName`. */
export interface EntityMetrics {
  readonly entityName: string;
  readonly values: MetricValues;
}

/** The metrics of each entity of a namespace. A count is a value of its metric once a minute. */
export function messageMetrics(changes: readonly MessageChanges[], readings: Readings): readonly EntityMetrics[] {
  const nameOf = ({ topicName, subscriptionName }: MessageChanges): string =>
    follow(readings, "messageMetricEntity") === "topic" ? topicName : `${topicName}/Subscriptions/${subscriptionName}`;
  return [...new Set(changes.map(nameOf))].map((entityName) => ({
    entityName,
    values: countsOf(changes.filter((each) => nameOf(each) === entityName)),
  }));
}

/** The values of several entities as those of one metric that is not split. */
export function together(entities: readonly EntityMetrics[]): MetricValues {
  return {
    within: (metric, aggregation, from, to) =>
      aggregate(
        aggregation,
        entities.flatMap(({ values }) => values.within(metric, aggregation, from, to) ?? []),
      ),
  };
}

function countsOf(subscriptions: readonly MessageChanges[]): MetricValues {
  const changes = subscriptions.flatMap((each) => each.changes).sort((a, b) => a.at.getTime() - b.at.getTime());
  const times = changes.map(({ at }) => at.getTime());
  const counts = { ActiveMessages: [0], DeadletteredMessages: [0] };
  for (const { active, deadLettered } of changes) {
    counts.ActiveMessages.push((counts.ActiveMessages.at(-1) ?? 0) + active);
    counts.DeadletteredMessages.push((counts.DeadletteredMessages.at(-1) ?? 0) + deadLettered);
  }
  const countAt = (metric: MetricName, time: number): number =>
    counts[metric === "ActiveMessages" ? metric : "DeadletteredMessages"][firstAfter(times, time)] ?? 0;
  return {
    within: (metric, aggregation, from, to) => {
      const first = Math.floor(from / minute) + 1;
      const length = Math.max(0, Math.floor(to / minute) - first + 1);
      const values = Array.from({ length }, (_, index) => countAt(metric, (first + index) * minute));
      return aggregate(aggregation, values);
    },
  };
}

function aggregate(aggregation: Aggregation, values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const total = values.reduce((sum, value) => sum + value, 0);
  if (aggregation === "Minimum") return Math.min(...values);
  if (aggregation === "Maximum") return Math.max(...values);
  return aggregation === "Average" ? total / values.length : total;
}
