export type { Firing, MissingData } from "./evaluate-rule";
export { firedAlerts } from "./fired-alerts";
export type { AlertOptions, FiredAlert } from "./fired-alerts";
export { readMetricRule, RuleRefusedError } from "./metric-rule";
export type { MetricRule } from "./metric-rule";
