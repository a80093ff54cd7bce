export { firedAlerts, type FiredAlert } from "./fired-alerts";
export { readMetricRule, RuleRefusedError } from "./metric-rule";
export type { MetricRule } from "./metric-rule";
