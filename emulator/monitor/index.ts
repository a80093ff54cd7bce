export { firedAlerts, type FiredAlert } from "./service";
export { readLogRule } from "./log-rule";
export { readMetricRule } from "./metric-rule";
export { RuleRefusedError } from "./errors";
