export { alertNotes } from "./alert-notes";
export { createAlertRules, type AlertRules, type WatchedWorkflow } from "./alert-rules";
export { RefreshAlerts, type RefreshAlertsArgs } from "./refresh-alerts";
export { longestWatchedInterval, silenceWatch, type SilenceWatch } from "./silence-watch";
export { sendLogs, WorkflowLogs, type WorkflowLogsArgs } from "./workflow-logs";
