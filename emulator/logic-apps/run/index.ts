export { comparisons, connectives } from "./condition";
export { predecessors } from "./branch-failed";
export { responseTimeoutMilliseconds } from "./response-action";
export { startRun, type StartedRun } from "./run-workflow";
export type { RunServices, WorkflowAnswer } from "./run-context";
export { clientTrackingIdHeader } from "./workflow-headers";
