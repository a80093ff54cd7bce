import type { stackFields } from "../../../settings/fields/stack-fields";

/** Settings of a stack apart from its tokens and consumers, as in a stack file. */
export type StackKeys = { readonly [Key in Exclude<keyof typeof stackFields, "tokens" | "consumers">]?: unknown };

const unset: StackKeys = {};

const subscription = "/subscriptions/00000000-0000-4000-8000-000000000000";
const resourceGroupId = `${subscription}/resourceGroups/rg-shared`;
const providers = `${resourceGroupId}/providers`;
const role = (digit: number): string =>
  `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${String(digit).repeat(8)}-1111-4111-8111-111111111111`;

/** Factors over a stack's settings, each with the alternatives that it has. */
export const stackFactors: Readonly<Record<string, Readonly<Record<string, StackKeys>>>> = {
  // Of another cloud where one is chosen.
  location: { unset, set: { location: "northeurope" } },
  resourceGroup: {
    unset,
    named: { resourceGroupName: "rg-matrix" },
    existing: { resourceGroupId },
  },
  vault: {
    unset,
    named: { vaultName: "kv-matrix" },
    existing: { vaultId: `${providers}/Microsoft.KeyVault/vaults/kv-shared` },
  },
  authorizationModel: {
    unset,
    rbac: { authorizationModel: "rbac" },
    accessPolicy: { authorizationModel: "accessPolicy" },
  },
  grantScope: { unset, secret: { grantScope: "secret" }, vault: { grantScope: "vault" } },
  existingRoleIds: {
    unset,
    get: { existingRoleIds: { get: role(1) } },
    all: {
      existingRoleIds: {
        get: role(1),
        set: role(2),
        "get,set": role(3),
        "get,update": role(4),
        "get,set,update": role(5),
        receive: role(6),
      },
    },
  },
  identity: { unset, system: { identity: "system" }, user: { identity: "user" } },
  softDeleteRetentionDays: { unset, 7: { softDeleteRetentionDays: 7 } },
  tags: { unset, set: { tags: { owner: "integration team", "cost centre": "4711" } } },
  allowedSecretNames: { unset, set: { allowedSecretNames: ["partner-api-key", "Webhook-Signing-Key"] } },
  allowedCallerIpRanges: { unset, set: { allowedCallerIpRanges: ["203.0.113.0/24"] } },
  runHistoryIpRanges: { unset, set: { runHistoryIpRanges: ["198.51.100.7", "198.51.100.20-198.51.100.29"] } },
  alerts: { unset, true: { alerts: true }, false: { alerts: false } },
  alertReceivers: {
    unset,
    emails: { alertEmails: ["integration-team@example.com"] },
    "action group": { actionGroupId: `${providers}/Microsoft.Insights/actionGroups/on-call` },
  },
  logAnalyticsWorkspaceId: {
    unset,
    set: { logAnalyticsWorkspaceId: `${providers}/Microsoft.OperationalInsights/workspaces/logs-shared` },
  },
  cloud: {
    unset,
    public: { cloud: "public" },
    usgovernment: { cloud: "usgovernment" },
    china: { cloud: "china" },
  },
};
