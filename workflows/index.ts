export { RefreshOperatorRole } from "./refresh-operator-role";
export type { RefreshOperatorRoleArgs } from "./refresh-operator-role";
export { failureClasses } from "./refresh/failure-classes";
export type { FailureClass } from "./refresh/failure-classes";
export { refreshDefinition, refreshTrigger } from "./refresh/refresh-definition";
export type { RefreshedToken } from "./refresh/refreshed-token";
export { TokenRefresh } from "./token-refresh";
export type { TokenRefreshArgs } from "./token-refresh";
