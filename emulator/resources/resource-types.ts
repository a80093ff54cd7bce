import type { ArmType } from "../../azure";
import { exercise } from "../provenance";
import { accessPolicy } from "./access-policy";
import { actionGroup } from "./action-group";
import { connection } from "./connection";
import { customApi } from "./custom-api";
import { diagnosticSetting } from "./diagnostic-setting";
import { metricAlert } from "./metric-alert";
import { resourceGroup } from "./resource-group";
import { roleAssignment } from "./role-assignment";
import { roleDefinition } from "./role-definition";
import { scheduledQueryRule } from "./scheduled-query-rule";
import { serviceBusDefaultRule } from "./service-bus-default-rule";
import { serviceBusNamespace } from "./service-bus-namespace";
import { serviceBusRule } from "./service-bus-rule";
import { serviceBusSubscription } from "./service-bus-subscription";
import { serviceBusTopic } from "./service-bus-topic";
import { userAssignedIdentity } from "./user-assigned-identity";
import { vault } from "./vault";
import { workflow } from "./workflow";
import { azureNativeBehaviours } from "./azure-native-behaviours";
import type { ResourceType } from "./azure-native-type";
import type { EmulatedType } from "./emulated-type";

/** Types that azure-native has of its own, for parts of a resource or for one of them. */
type TypeOfAzureNativeAlone =
  "Microsoft.KeyVault/vaults/accessPolicies" | "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules/$Default";

/** Every resource type of the emulator, one folder each. A type that azure/api-versions.ts lists has to be here. */
const typesByName = {
  "Microsoft.Resources/resourceGroups": resourceGroup,
  "Microsoft.KeyVault/vaults": vault,
  "Microsoft.KeyVault/vaults/accessPolicies": accessPolicy,
  "Microsoft.Authorization/roleDefinitions": roleDefinition,
  "Microsoft.Authorization/roleAssignments": roleAssignment,
  "Microsoft.ManagedIdentity/userAssignedIdentities": userAssignedIdentity,
  "Microsoft.Logic/workflows": workflow,
  "Microsoft.Web/customApis": customApi,
  "Microsoft.Web/connections": connection,
  "Microsoft.ServiceBus/namespaces": serviceBusNamespace,
  "Microsoft.ServiceBus/namespaces/topics": serviceBusTopic,
  "Microsoft.ServiceBus/namespaces/topics/subscriptions": serviceBusSubscription,
  "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules": serviceBusRule,
  "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules/$Default": serviceBusDefaultRule,
  "Microsoft.Insights/actionGroups": actionGroup,
  "Microsoft.Insights/metricAlerts": metricAlert,
  "Microsoft.Insights/scheduledQueryRules": scheduledQueryRule,
  "Microsoft.Insights/diagnosticSettings": diagnosticSetting,
} as const satisfies Readonly<Record<ArmType | TypeOfAzureNativeAlone, EmulatedType>>;

/** Every resource type of the emulator. */
export const emulatedTypes: readonly EmulatedType[] = Object.values(typesByName);

/** azure-native's side of every resource type. */
export const resourceTypes: readonly ResourceType[] = emulatedTypes.map(({ azureNative }) => azureNative);

/** A resource type or function of azure-native that the emulator does not support. */
export class UnknownTypeError extends Error {
  override readonly name = "UnknownTypeError";

  constructor(what: "resource type" | "function", token: string, known: readonly string[]) {
    super(`The emulator does not support the ${what} "${token}". It supports: ${known.join(", ")}.`);
    exercise(what === "function" ? azureNativeBehaviours.otherFunctions : azureNativeBehaviours.otherTypes);
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
