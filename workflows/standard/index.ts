export type { DeployedRefresh, ManagedConnector } from "./deployed-refresh";
export { standardProject } from "./standard-project";
