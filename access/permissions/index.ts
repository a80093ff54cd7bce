export { deriveRequirements } from "./derive-requirements";
export type { ConnectorCall, Requirements, VaultName, VaultRequirement } from "./derive-requirements";
export { neededGrants } from "./needed-grants";
export type { NeededGrant } from "./needed-grants";
