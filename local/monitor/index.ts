export { firedAlerts, type FiredAlert } from "./fired-alerts";
export { readLogRule, type LogRule } from "./log-rule";
export { readMetricRule, type MetricRule } from "./metric-rule";
export { RuleRefusedError } from "./rule-refused";
