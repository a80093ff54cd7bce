export { firedAlerts, type FiredAlert } from "./fired-alerts";
export { readLogRule } from "./log-rule";
export { readMetricRule } from "./metric-rule";
export { RuleRefusedError } from "./rule-refused";
