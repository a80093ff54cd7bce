export { WorkflowNotRunnableError, WorkflowRefusedError } from "./errors";
export { createLogicApps, type LogicApps } from "./service";
export type { ActionRecord, Run } from "./run-history";
export type { CallbackUrl, ConnectorConnection, WorkflowResource } from "./workflow-resource";
