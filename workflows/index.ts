export { RefreshOperators } from "./refresh-operators";
export type { RefreshOperator } from "./refresh-operators";
export { RefreshWorkflow } from "./refresh-workflow";
export type { RefreshWorkflowArgs } from "./refresh-workflow";
export { refreshDefinition, refreshTrigger } from "./refresh/refresh-definition";
export type { RefreshedToken } from "./refresh/refreshed-token";
export { failureClasses } from "./refresh/failure-classes";
export type { FailureClass } from "./refresh/failure-classes";
