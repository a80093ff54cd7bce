export { apiVersions, defaultApiVersion } from "./api-versions";
export type { ArmType } from "./api-versions";
export { authorizationModels } from "./authorization-model";
export type { AuthorizationModel } from "./authorization-model";
export {
  loginHostsOf,
  managementAudiencesOf,
  namespaceHost,
  serviceBusAudiences,
  serviceBusAudiencesOf,
  serviceBusHost,
  vaultAddress,
  vaultAudiences,
  vaultHost,
  workflowHost,
} from "./azure-hosts";
export { findBuiltInRole, findBuiltInRoleGuid, roleGuid } from "./built-in-roles";
export { allClouds, cloudNames, clouds } from "./clouds";
export type { Cloud, CloudName } from "./clouds";
export { cloudOfEnvironment, cloudOfLocation, cloudOfVaultUri } from "./find-cloud";
export { findSecretOperation } from "./find-secret-operation";
export type { MatchedOperation } from "./find-secret-operation";
export { findServiceBusOperation } from "./find-service-bus-operation";
export type { MatchedServiceBusOperation, ServiceBusEntity } from "./find-service-bus-operation";
export { admitMostAddresses, coversEveryAddress, parseIpRange } from "./ip-ranges";
export { isSameName } from "./is-same-name";
export { findPrivilegedActions, permitsChanges } from "./privileged-actions";
export { covers, parseResourceId, resourceGroupIdOf } from "./resource-id";
export type { ResourceId } from "./resource-id";
export { permitsAction, permitsDataAction, readRolePermissions } from "./role-permissions";
export type { RolePermissions } from "./role-permissions";
export { allSecretOperations, secretOperations } from "./secret-operations";
export type { SecretOperation, SecretOperationName, SecretPermission } from "./secret-operations";
export { serviceBusDataActions, serviceBusOperations } from "./service-bus-operations";
export type { ServiceBusOperation, ServiceBusOperationName } from "./service-bus-operations";
export { readRunsAction, runTriggerAction } from "./workflow-actions";
