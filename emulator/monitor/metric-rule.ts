import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import { notServed, wrong } from "./errors";
import { minutesOf } from "./time-grains";

const operators = {
  Equals: (value: number, threshold: number) => value === threshold,
  GreaterThan: (value: number, threshold: number) => value > threshold,
  GreaterThanOrEqual: (value: number, threshold: number) => value >= threshold,
  LessThan: (value: number, threshold: number) => value < threshold,
  LessThanOrEqual: (value: number, threshold: number) => value <= threshold,
};

/** Metrics of Logic Apps that count runs by how they ended. */
export type RunMetric = "RunsFailed" | "RunsSucceeded" | "RunsCompleted";

const metrics: readonly string[] = ["RunsFailed", "RunsSucceeded", "RunsCompleted"] satisfies readonly RunMetric[];

/** One condition on a metric's total in the window. */
export interface Criterion {
  readonly metric: RunMetric;
  /** Decides whether a total meets the condition. */
  meets(this: void, total: number): boolean;
}

/** A metric alert on the runs of one workflow. */
export interface MetricRule {
  readonly workflowId: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly windowMinutes: number;
  readonly frequencyMinutes: number;
  /** All must be met. */
  readonly criteria: readonly Criterion[];
  readonly actionGroupIds: readonly string[];
}

/** Reads the `properties` of Microsoft.Insights/metricAlerts. @throws {RuleRefusedError} for what it does not know */
export function readMetricRule(properties: JsonObject): MetricRule {
  const { enabled, severity, scopes, autoMitigate = true, criteria } = properties;
  if (typeof enabled !== "boolean") throw wrong("enabled", enabled, "true or false");
  if (typeof severity !== "number" || ![0, 1, 2, 3, 4].includes(severity)) throw wrong("severity", severity, "0 to 4");
  if (autoMitigate !== true) throw notServed("autoMitigate", autoMitigate, "true");
  const windowMinutes = minutesOf(properties.windowSize);
  const frequencyMinutes = minutesOf(properties.evaluationFrequency);
  if (frequencyMinutes === undefined || frequencyMinutes > 60) {
    throw wrong("evaluationFrequency", properties.evaluationFrequency, "PT1M, PT5M, PT15M, PT30M or PT1H");
  }
  if (windowMinutes === undefined || windowMinutes < frequencyMinutes) {
    throw wrong(
      "windowSize",
      properties.windowSize,
      "PT1M, PT5M, PT15M, PT30M, PT1H, PT6H, PT12H or P1D, and no less than evaluationFrequency",
    );
  }
  const [workflowId, ...others] = asList(scopes).map(asString);
  if (workflowId === undefined || others.length > 0) throw notServed("scopes", scopes, "the id of one workflow");
  return {
    workflowId,
    description: asString(properties.description),
    enabled,
    windowMinutes,
    frequencyMinutes,
    criteria: readCriteria(asObject(criteria)),
    actionGroupIds: asList(properties.actions).map((action) => asString(asObject(action).actionGroupId)),
  };
}

function readCriteria(criteria: JsonObject): readonly Criterion[] {
  const single = "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria";
  const type = criteria["odata.type"];
  if (type !== single) throw notServed("criteria.odata.type", type, single);
  const all = asList(criteria.allOf).map(asObject);
  if (all.length === 0) throw wrong("criteria.allOf", criteria.allOf, "one criterion or more");
  return all.map((criterion) => {
    const { criterionType, metricName, metricNamespace, timeAggregation, operator, threshold, dimensions } = criterion;
    if (criterionType !== "StaticThresholdCriterion") {
      throw notServed("criterionType", criterionType, "StaticThresholdCriterion");
    }
    const namespace = metricNamespace ?? "Microsoft.Logic/workflows";
    if (asString(namespace).toLowerCase() !== "microsoft.logic/workflows") {
      throw notServed("metricNamespace", namespace, "Microsoft.Logic/workflows");
    }
    if (!metrics.includes(asString(metricName))) throw notServed("metricName", metricName, metrics.join(", "));
    if (timeAggregation !== "Total") throw notServed("timeAggregation", timeAggregation, "Total");
    if (asList(dimensions).length > 0) throw notServed("dimensions", dimensions, "none");
    const compare = Object.entries(operators).find(([name]) => name === operator)?.[1];
    if (compare === undefined) throw wrong("operator", operator, Object.keys(operators).join(", "));
    if (typeof threshold !== "number") throw wrong("threshold", threshold, "a number");
    return { metric: metricName as RunMetric, meets: (total) => compare(total, threshold) };
  });
}
