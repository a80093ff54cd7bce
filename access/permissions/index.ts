export { deriveRequirements } from "./derive-requirements";
export type { ConnectorCall, Requirements, VaultName, VaultRequirement } from "./derive-requirements";
export { neededGrants } from "./needed-grants";
export type { NeededGrant } from "./needed-grants";
export { findSecretOperation, secretOperations } from "./operations";
export type { MatchedOperation, SecretOperation, SecretPermission } from "./operations";
export { builtInRoles, matchesAction, roleGuid } from "./built-in-roles";
export type { BuiltInRole } from "./built-in-roles";
