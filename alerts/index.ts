export { alertNotes } from "./alert-notes";
export { createAlertRules, type AlertRules, type WatchedWorkflow } from "./alert-rules";
export { createMessageRules, type MessageRules, type WatchedSubscription } from "./message-rules";
export { WorkflowAlerts, type WorkflowAlertsArgs } from "./workflow-alerts";
export { longestWatchedInterval, silenceWatch, type SilenceWatch } from "./silence-watch";
export { sendLogs, WorkflowLogs, type WorkflowLogsArgs } from "./workflow-logs";
