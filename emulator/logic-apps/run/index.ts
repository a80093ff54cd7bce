export { comparisons, connectives } from "./condition";
export { predecessors } from "./set-status";
export { startRun, type StartedRun } from "./run-workflow";
export type { RunServices, WorkflowAnswer } from "./run-context";
export { clientTrackingIdHeader } from "./actions/workflow-headers";
