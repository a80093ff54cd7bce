import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";
import type { SilenceWatch } from "./silence-watch";
import { globalPlace, type WorkflowAlerts } from "./workflow-alerts";

/** A rule on one metric of one resource. */
export interface MetricRule {
  readonly description: string;
  /** 1 for an error, 2 for a warning. https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview */
  readonly severity: 1 | 2;
  /** ID of the resource that emits the metric. */
  readonly scope: pulumi.Input<string>;
  readonly criterion: {
    readonly name: string;
    readonly metricNamespace: string;
    readonly metricName: string;
    readonly timeAggregation: "Total" | "Minimum" | "Maximum";
    readonly operator: "GreaterThan" | "LessThan";
    readonly threshold: number;
    readonly dimensions?: readonly { readonly name: string; readonly values: readonly string[] }[];
  };
  readonly watch: Pick<SilenceWatch, "windowSize" | "evaluationFrequency">;
}

/**
 * Time that a rule looks back over which fires at the first bad value. It is longer than the frequency: the first value
 * after a day without any may be missed otherwise.
 * https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-troubleshoot-metric
 */
export const atOnce = { windowSize: "PT15M", evaluationFrequency: "PT5M" } as const;

/** Creates a rule on a metric, and returns its ID. */
export function createMetricRule(
  name: string,
  { description, severity, scope, criterion, watch: { windowSize, evaluationFrequency } }: MetricRule,
  alerts: WorkflowAlerts,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const { dimensions, ...condition } = criterion;
  const split = dimensions?.map(({ name: dimension, values }) => ({
    ...{ name: dimension, operator: "Include", values: [...values] },
  }));
  return new monitor.MetricAlert(
    name,
    {
      ...globalPlace(alerts.args),
      description,
      enabled: true,
      severity,
      scopes: [scope],
      windowSize,
      evaluationFrequency,
      criteria: {
        odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
        allOf: [
          {
            criterionType: "StaticThresholdCriterion",
            ...condition,
            ...(split === undefined ? {} : { dimensions: split }),
          },
        ],
      },
      // Notifies once, and again after the condition was over.
      autoMitigate: true,
      actions: alerts.actionGroupIds.map((actionGroupId) => ({ actionGroupId })),
    },
    opts,
  ).id;
}
