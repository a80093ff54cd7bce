import { accessPolicy } from "./access-policy";
import { actionGroup } from "./action-group";
import { connection } from "./connection";
import { customApi } from "./custom-api";
import { diagnosticSetting } from "./diagnostic-setting";
import { metricAlert } from "./metric-alert";
import { resourceGroup } from "./resource-group";
import type { ResourceType } from "./resource-type";
import { roleAssignment } from "./role-assignment";
import { roleDefinition } from "./role-definition";
import { scheduledQueryRule } from "./scheduled-query-rule";
import { userAssignedIdentity } from "./user-assigned-identity";
import { vault } from "./vault";
import { workflow } from "./workflow";

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
