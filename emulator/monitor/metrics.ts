/** How the values of a metric within a window become one. */
export type Aggregation = "Total" | "Average" | "Minimum" | "Maximum";

interface ServedMetrics {
  readonly metrics: readonly string[];
  readonly aggregations: readonly Aggregation[];
  /** The dimension by which all of them can be split. @default none */
  readonly dimension?: string;
}

/**
 * Metrics by the type of the resource that emits them: of workflows, runs by how they ended; of namespaces, messages.
 *
 * https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-servicebus-namespaces-metrics
 */
export const metricScopes = {
  "Microsoft.Logic/workflows": {
    metrics: ["RunsFailed", "RunsSucceeded", "RunsCompleted"],
    aggregations: ["Total"],
    dimension: undefined,
  },
  "Microsoft.ServiceBus/namespaces": {
    metrics: ["ActiveMessages", "DeadletteredMessages"],
    aggregations: ["Average", "Minimum", "Maximum"],
    dimension: "EntityName",
  },
} as const satisfies Readonly<Record<string, ServedMetrics | (ServedMetrics & { readonly dimension: undefined })>>;

/** A type of resources whose metrics can be watched. */
export type MetricScope = keyof typeof metricScopes;

/** Metrics of Logic Apps that count runs by how they ended. */
export type RunMetric = (typeof metricScopes)["Microsoft.Logic/workflows"]["metrics"][number];

/** Metrics of Service Bus that count the messages of an entity. */
export type MessageMetric = (typeof metricScopes)["Microsoft.ServiceBus/namespaces"]["metrics"][number];

/** A metric of any of them. */
export type MetricName = RunMetric | MessageMetric;

/** Decides whether a text is the type of resources whose metrics can be watched. */
export function isMetricScope(type: string | undefined): type is MetricScope {
  return type !== undefined && Object.keys(metricScopes).includes(type);
}

/** Values of the metrics of one resource, or of one value of its dimension. */
export interface MetricValues {
  /**
   * The value of a metric after `from` and no later than `to`, in milliseconds.
   *
   * @returns undefined where the metric has none in this time
   */
  within(metric: MetricName, aggregation: Aggregation, from: number, to: number): number | undefined;
}
