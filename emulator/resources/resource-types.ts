import { accessPolicy } from "./access-policy/azure-native";
import { actionGroup } from "./action-group/azure-native";
import { connection } from "./connection/azure-native";
import { customApi } from "./custom-api/azure-native";
import { diagnosticSetting } from "./diagnostic-setting/azure-native";
import { metricAlert } from "./metric-alert/azure-native";
import { resourceGroup } from "./resource-group/azure-native";
import type { ResourceType } from "./azure-native-type";
import { roleAssignment } from "./role-assignment/azure-native";
import { roleDefinition } from "./role-definition/azure-native";
import { scheduledQueryRule } from "./scheduled-query-rule/azure-native";
import { userAssignedIdentity } from "./user-assigned-identity/azure-native";
import { vault } from "./vault/azure-native";
import { workflow } from "./workflow/azure-native";

/** Every resource type of azure-native that can be deployed here, one file each. */
export const resourceTypes: readonly ResourceType[] = [
  resourceGroup,
  vault,
  accessPolicy,
  roleDefinition,
  roleAssignment,
  userAssignedIdentity,
  workflow,
  customApi,
  connection,
  actionGroup,
  metricAlert,
  scheduledQueryRule,
  diagnosticSetting,
];

/** A resource type or look-up of azure-native that is not in the table. */
export class UnknownTypeError extends Error {
  override readonly name = "UnknownTypeError";

  constructor(what: "resource type" | "look-up", token: string, known: readonly string[]) {
    super(`The ${what} "${token}" is not known here. Known are: ${known.join(", ")}.`);
  }
}

/**
 * A type token without the API version in it: `azure-native:keyvault/v20230701:Vault` and
 * `azure-native_keyvault_v20230701:keyvault:Vault` are both `azure-native:keyvault:Vault`.
 */
export function normaliseToken(token: string): string {
  return token.replace(/^azure-native_[^:]*:/, "azure-native:").replace(/^(azure-native:[^:/]*)\/[^:]*:/, "$1:");
}

/** Finds a resource type. @throws {UnknownTypeError} naming a type that the table does not have */
export function findResourceType(token: string): ResourceType {
  const normalised = normaliseToken(token);
  const found = resourceTypes.find((type) => type.token === normalised);
  if (found !== undefined) return found;
  throw new UnknownTypeError(
    "resource type",
    token,
    resourceTypes.map((type) => type.token),
  );
}
