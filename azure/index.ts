export { apiVersions, defaultApiVersion } from "./api-versions";
export type { ArmType } from "./api-versions";
export { authorizationModels } from "./authorization-model";
export type { AuthorizationModel } from "./authorization-model";
export { findBuiltInRole, findBuiltInRoleGuid, roleGuid } from "./built-in-roles";
export { findSecretOperation } from "./find-secret-operation";
export type { MatchedOperation } from "./find-secret-operation";
export {
  findServiceBusOperation,
  serviceBusAudience,
  serviceBusAudiences,
  serviceBusHost,
} from "./find-service-bus-operation";
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
export { vaultAudiences, vaultHost } from "./vault-hosts";
export { readRunsAction, runTriggerAction } from "./workflow-actions";
