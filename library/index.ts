export { existingVault, ServiceBusAccess, Vault, VaultAccess } from "../access";
export type {
  Principal,
  RequiredOperation,
  ServiceBusAccessArgs,
  VaultAccessArgs,
  VaultArgs,
  VaultReference,
  WorkflowReference,
} from "../access";
export { WorkflowAlerts, WorkflowLogs } from "../alerts";
export type { WorkflowAlertsArgs, WorkflowLogsArgs } from "../alerts";
export { secretOperations } from "../azure";
export { setSecretByConnector } from "../connector";
export type { Connections, ConnectorRequest, SetSecretConnectorArgs, SetSecretParameters } from "../connector";
export type { ConsumerKeys, TokenKeys } from "../settings";
export { RefreshOperatorRole, SessionRenewalRole } from "../workflows";
export type { RefreshOperatorRoleArgs, SessionRenewalRoleArgs } from "../workflows";
export { SetSecretConnector } from "./set-secret-connector";
export { TokenRefresh, type TokenRefreshArgs } from "./token-refresh";
export { TopicConsumer, type TopicConsumerArgs } from "./topic-consumer";
