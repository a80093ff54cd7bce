import { isDeepStrictEqual } from "node:util";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import { notServed, wrong } from "./errors";
import { isMetricScope, metricScopes, type Aggregation, type MetricName, type MetricScope } from "./metrics";
import { minutesOf } from "./time-grains";

const operators = {
  Equals: (value: number, threshold: number) => value === threshold,
  GreaterThan: (value: number, threshold: number) => value > threshold,
  GreaterThanOrEqual: (value: number, threshold: number) => value >= threshold,
  LessThan: (value: number, threshold: number) => value < threshold,
  LessThanOrEqual: (value: number, threshold: number) => value <= threshold,
};

/** One condition on a metric's value in the window. */
export interface Criterion {
  readonly metric: MetricName;
  readonly aggregation: Aggregation;
  /** Decides whether a value meets the condition. */
  meets(this: void, value: number): boolean;
}

/** A dimension by which a rule splits, and the values that it watches, each by itself; `*` stands for any. */
export interface WatchedDimension {
  readonly name: string;
  readonly values: readonly string[];
}

/** A metric alert on one workflow or one Service Bus namespace. */
export interface MetricRule {
  readonly scopeType: MetricScope;
  readonly scopeId: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly windowMinutes: number;
  readonly frequencyMinutes: number;
  /** All must be met. */
  readonly criteria: readonly Criterion[];
  /** @default the rule does not split */
  readonly dimension?: WatchedDimension;
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
  const [scopeId, ...others] = asList(scopes).map(asString);
  if (scopeId === undefined || others.length > 0) {
    throw notServed("scopes", scopes, "the id of one workflow or Service Bus namespace");
  }
  return {
    scopeId,
    description: asString(properties.description),
    enabled,
    windowMinutes,
    frequencyMinutes,
    ...readCriteria(asObject(criteria), scopeId),
    actionGroupIds: asList(properties.actions).map((action) => asString(asObject(action).actionGroupId)),
  };
}

function readCriteria(criteria: JsonObject, scopeId: string): Pick<MetricRule, "scopeType" | "criteria" | "dimension"> {
  const single = "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria";
  const type = criteria["odata.type"];
  if (type !== single) throw notServed("criteria.odata.type", type, single);
  const all = asList(criteria.allOf).map(asObject);
  const [first] = all;
  if (first === undefined) throw wrong("criteria.allOf", criteria.allOf, "one criterion or more");
  const scopeType = scopeTypeOf(first, scopeId);
  const split = all.find(({ dimensions }) => !isDeepStrictEqual(asList(dimensions), asList(first.dimensions)));
  if (split !== undefined) throw notServed("dimensions", split.dimensions, "the same ones in each criterion");
  return {
    scopeType,
    criteria: all.map((criterion) => readCriterion(criterion, scopeType)),
    ...readDimension(asList(first.dimensions), scopeType),
  };
}

/** The type of the watched resource: the namespace of the metrics, or else that of the scope. */
function scopeTypeOf({ metricNamespace }: JsonObject, scopeId: string): MetricScope {
  const ofScope = Object.keys(metricScopes).find((type) => scopeId.toLowerCase().includes(`/${type.toLowerCase()}/`));
  const namespace = metricNamespace ?? ofScope ?? "Microsoft.Logic/workflows";
  const found = Object.keys(metricScopes).find((type) => type.toLowerCase() === asString(namespace).toLowerCase());
  if (isMetricScope(found)) return found;
  throw notServed("metricNamespace", namespace, Object.keys(metricScopes).join(" or "));
}

function readCriterion(criterion: JsonObject, scopeType: MetricScope): Criterion {
  const { criterionType, metricName, metricNamespace, timeAggregation, operator, threshold } = criterion;
  if (criterionType !== "StaticThresholdCriterion") {
    throw notServed("criterionType", criterionType, "StaticThresholdCriterion");
  }
  if (metricNamespace !== undefined && asString(metricNamespace).toLowerCase() !== scopeType.toLowerCase()) {
    throw notServed("metricNamespace", metricNamespace, scopeType);
  }
  const { metrics, aggregations } = metricScopes[scopeType];
  const metric = metrics.find((name) => name === metricName);
  if (metric === undefined) throw notServed("metricName", metricName, metrics.join(", "));
  const aggregation = aggregations.find((name) => name === timeAggregation);
  if (aggregation === undefined) throw notServed("timeAggregation", timeAggregation, aggregations.join(", "));
  const compare = Object.entries(operators).find(([name]) => name === operator)?.[1];
  if (compare === undefined) throw wrong("operator", operator, Object.keys(operators).join(", "));
  if (typeof threshold !== "number") throw wrong("threshold", threshold, "a number");
  return { metric, aggregation, meets: (value) => compare(value, threshold) };
}

function readDimension(dimensions: readonly unknown[], scopeType: MetricScope): Pick<MetricRule, "dimension"> {
  const served = metricScopes[scopeType].dimension;
  const [first, ...others] = dimensions.map(asObject);
  if (first === undefined) return {};
  const { name, operator, values } = first;
  if (others.length > 0 || served === undefined || name !== served || operator !== "Include") {
    throw notServed("dimensions", dimensions, served === undefined ? "none" : `${served} with the operator Include`);
  }
  return { dimension: { name: served, values: asList(values).map(asString) } };
}
