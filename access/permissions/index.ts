export { toExpression } from "./condition-expression";
export { deriveRequirements } from "./derive-requirements";
export type {
  ConnectorCall,
  Requirements,
  ResourceManagerCall,
  ServiceBusRequirement,
  TriggerRunRequirement,
  VaultName,
  VaultRequirement,
  WorkflowName,
} from "./requirements";
export { withConstants } from "./find-constants";
export { constantKey, fillGaps, foldTemplate, gap } from "./fold-template";
export type { ParameterValues } from "./fold-template";
export { isHostGuarded } from "./host-guard";
export { neededGrants } from "./needed-grants";
export type { NeededGrant, RequiredOperation } from "./needed-grants";
