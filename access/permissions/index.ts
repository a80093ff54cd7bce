export { deriveRequirements } from "./derive-requirements";
export type { ConnectorCall, Requirements, VaultName, VaultRequirement } from "./requirements";
export { withConstants } from "./find-constants";
export { constantKey, foldTemplate } from "./fold-template";
export type { ParameterValues } from "./fold-template";
export { neededGrants } from "./needed-grants";
export type { NeededGrant } from "./needed-grants";
