export { alertNotes } from "./alert-notes";
export { RefreshAlerts } from "./refresh-alerts";
export type { AlertRules, RefreshAlertsArgs, WatchedWorkflow } from "./refresh-alerts";
export { longestWatchedInterval, silenceWatch } from "./silence-watch";
export type { SilenceWatch } from "./silence-watch";
export { WorkflowLogs } from "./workflow-logs";
export type { WorkflowLogsArgs } from "./workflow-logs";
