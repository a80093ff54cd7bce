export { builtInRoles, roleGuid } from "./built-in-roles";
export { findSecretOperation } from "./find-secret-operation";
export type { MatchedOperation } from "./find-secret-operation";
export { admitMostAddresses, coversEveryAddress, parseIpRange } from "./ip-ranges";
export { matchesAction } from "./matches-action";
export { findPrivilegedActions, permitsChanges } from "./privileged-actions";
export { allSecretOperations, secretOperations } from "./secret-operations";
export type { SecretOperation, SecretOperationName, SecretPermission } from "./secret-operations";
export { vaultAudiences, vaultHost } from "./vault-hosts";
