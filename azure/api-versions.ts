/**
 * API versions of Azure Resource Manager by resource type, as azure-native 3.28 and the checks of a stack use them. The
 * first one of each type is azure-native's default.
 *
 * https://learn.microsoft.com/azure/templates
 */
export const apiVersions = {
  // azure-native uses the older one to look up the location of a group.
  "Microsoft.Resources/resourceGroups": ["2024-03-01", "2020-10-01"],
  "Microsoft.KeyVault/vaults": ["2024-11-01"],
  "Microsoft.Authorization/roleDefinitions": ["2022-05-01-preview", "2022-04-01"],
  "Microsoft.Authorization/roleAssignments": ["2022-04-01"],
  "Microsoft.ManagedIdentity/userAssignedIdentities": ["2023-01-31"],
  "Microsoft.Logic/workflows": ["2019-05-01"],
  "Microsoft.Web/customApis": ["2016-06-01"],
  "Microsoft.Web/connections": ["2016-06-01"],
  "Microsoft.ServiceBus/namespaces": ["2026-01-01"],
  "Microsoft.ServiceBus/namespaces/topics": ["2026-01-01"],
  "Microsoft.ServiceBus/namespaces/topics/subscriptions": ["2026-01-01"],
  "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules": ["2026-01-01"],
  "Microsoft.Insights/actionGroups": ["2024-10-01-preview"],
  "Microsoft.Insights/metricAlerts": ["2018-03-01"],
  "Microsoft.Insights/scheduledQueryRules": ["2025-01-01-preview"],
  "Microsoft.Insights/diagnosticSettings": ["2021-05-01-preview"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

/** A resource type of Azure Resource Manager with known API versions. */
export type ArmType = keyof typeof apiVersions;

/** Returns the API version that azure-native 3.28 sends for a resource type. */
export function defaultApiVersion(type: ArmType): string {
  return apiVersions[type][0];
}
