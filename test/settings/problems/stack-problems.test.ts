import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken, problemsOf } from "../settings-under-test";

const vaultId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared";
const resourceGroupId = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared";
const actionGroupId = `${resourceGroupId}/providers/Microsoft.Insights/actionGroups/on-call`;
const workspaceId = `${resourceGroupId}/providers/Microsoft.OperationalInsights/workspaces/logs-shared`;
const roleId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/11111111-1111-1111-1111-111111111111";
const noVault =
  "is not a Key Vault resource ID. Expected /subscriptions/{subscription ID}/resourceGroups/{name}/providers/Microsoft.KeyVault/vaults/{name}, as printed by `az keyvault show --query id`.";
const noGroup =
  "is not a resource group ID. Expected /subscriptions/{subscription ID}/resourceGroups/{name}, as printed by `az group show --query id`.";
const noRole =
  'is not a role definition ID. Expected /subscriptions/{subscription ID}/providers/Microsoft.Authorization/roleDefinitions/{GUID}, as printed by `az role definition list --query "[].id"`.';
const tagLimits = "Expected at most 49 tags, with names of up to 512 and values of up to 256 characters.";
const vaultNameRule =
  "Expected 3 to 24 letters, digits and single hyphens, starting with a letter and ending with a letter or digit.";

describe("the settings of a stack", () => {
  const cases: [title: string, changes: Record<string, unknown>, ...problems: string[]][] = [
    [
      "no token",
      { tokens: [] },
      "tokens: is missing or empty. Configure the tokens to refresh. One token is the minimum; each gets its own refresh Logic App.",
    ],
    [
      "no token, but names to write",
      { tokens: undefined, allowedSecretNames: ["partner-api-key"] },
      "tokens: is missing or empty. Configure the tokens to refresh. One token is the minimum; each gets its own refresh Logic App.",
    ],
    [
      "a token that is not in a list",
      { tokens: leastToken },
      "tokens: is an object. Expected a list (in YAML: each item on its own line, after a hyphen).",
    ],
    [
      "tokens that are no JSON",
      { tokens: "[{" },
      "tokens: is text. Expected a list (in YAML: each item on its own line, after a hyphen).",
    ],
    [
      "an unknown key",
      { softDeleteRetention: 30 },
      "softDeleteRetention: is not a known setting. Did you mean softDeleteRetentionDays?",
    ],
    [
      "a secret in plain text",
      { refreshToken: "hunter2" },
      "refreshToken: would be a secret in plain text, which no setting accepts. Store the secret in the vault and set its name as refreshTokenSecretName. Rotate the secret if this file was shared.",
    ],
    ["a malformed vault id", { vaultId: "kv-shared", authorizationModel: "rbac" }, `vaultId: ${noVault}`],
    [
      "a vault id of something in the vault",
      { vaultId: `${vaultId}/secrets/x`, authorizationModel: "rbac" },
      `vaultId: ${noVault}`,
    ],
    [
      "a vault id without its model",
      { vaultId },
      "authorizationModel: is missing. With vaultId, set the vault's own model, rbac or accessPolicy (`az keyvault show --query properties.enableRbacAuthorization`).",
    ],
    ["a vault id with its model", { vaultId, authorizationModel: "rbac" }],
    ["a vault id in other case", { vaultId: vaultId.toUpperCase(), authorizationModel: "rbac" }],
    [
      "two vaults",
      { vaultId, vaultName: "kv-other", authorizationModel: "rbac" },
      "vaultId: cannot be combined with vaultName. Keep vaultId to use an existing vault, or vaultName to create one.",
    ],
    [
      "two resource groups",
      { resourceGroupId, resourceGroupName: "rg-other" },
      "resourceGroupId: cannot be combined with resourceGroupName. Keep resourceGroupId to use an existing resource group, or resourceGroupName to create one.",
    ],
    ["a malformed resource group id", { resourceGroupId: "rg-shared" }, `resourceGroupId: ${noGroup}`],
    ["a resource group id that is a vault's", { resourceGroupId: vaultId }, `resourceGroupId: ${noGroup}`],
    [
      "a malformed role id",
      { existingRoleIds: { get: "Key Vault Secrets User", set: roleId } },
      `existingRoleIds.get: ${noRole}`,
    ],
    [
      "role ids, of a tenant too",
      { existingRoleIds: { get: roleId, "get,set": roleId.replace(/^\/subscriptions\/[^/]+/, "") } },
    ],
    [
      "an unknown permission set",
      { existingRoleIds: { gets: roleId } },
      "existingRoleIds.gets: is not a known setting. Did you mean get?",
    ],
    [
      "roles with access policies",
      { existingRoleIds: { get: roleId }, authorizationModel: "accessPolicy" },
      "existingRoleIds: has no effect on the vault with authorizationModel accessPolicy, which uses no roles. Remove it, or all but receive.",
    ],
    [
      "the role for Service Bus with access policies, which are the vault's",
      { existingRoleIds: { receive: roleId }, authorizationModel: "accessPolicy" },
    ],
    [
      "access policies for single secrets",
      { authorizationModel: "accessPolicy", grantScope: "secret" },
      "grantScope: is secret, but access policies apply to the whole vault. Remove it, or set authorizationModel to rbac.",
    ],
    [
      "retention for a vault that exists",
      { vaultId, authorizationModel: "rbac", softDeleteRetentionDays: 30 },
      "softDeleteRetentionDays: applies only to a new vault and does not change the vault of vaultId. Remove it.",
    ],
    [
      "the default retention, which Pulumi always hands over",
      { vaultId, authorizationModel: "rbac", softDeleteRetentionDays: "90" },
    ],
    ["retention below 7 days", { softDeleteRetentionDays: 6 }, "softDeleteRetentionDays: is 6. The minimum is 7."],
    [
      "retention above 90 days",
      { softDeleteRetentionDays: "91" },
      "softDeleteRetentionDays: is 91. The maximum is 90.",
    ],
    [
      "a vault name that is too long",
      { vaultName: "a".repeat(25) },
      `vaultName: is not a valid key vault name (25 characters). ${vaultNameRule}`,
    ],
    [
      "a vault name with two hyphens",
      { vaultName: "kv--x" },
      `vaultName: is not a valid key vault name (5 characters). ${vaultNameRule}`,
    ],
    ["the longest vault name", { vaultName: "a".repeat(24) }],
    [
      "a resource group name that is too long",
      { resourceGroupName: "a".repeat(91) },
      "resourceGroupName: is not a valid resource group name (91 characters). Expected 1 to 90 letters, digits and any of . _ - ( ), not ending with a period.",
    ],
    [
      "50 tags, of which one more would be the relay's",
      { tags: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`t${index}`, "x"])) },
      `tags: has 50 tags. ${tagLimits}`,
    ],
    [
      "a tag whose value is too long",
      { tags: { a: "x".repeat(257) } },
      `tags: has a value that is too long. ${tagLimits}`,
    ],
    [
      "a tag whose name is too long",
      { tags: { ["a".repeat(513)]: "x" } },
      `tags: has a name that is too long. ${tagLimits}`,
    ],
    [
      "tags that differ only in case",
      { tags: { owner: "a", Owner: "b" } },
      `tags: has names that differ only in case. ${tagLimits}`,
    ],
    [
      "a tag of Azure's own",
      { tags: { "microsoft-x": "a" } },
      `tags: has a name that starts with azure, microsoft or windows, which Azure reserves. ${tagLimits}`,
    ],
    [
      "a tag that is an object",
      { tags: { owner: { a: 1 } } },
      "tags.owner: is an object. Expected text (in YAML: in quotes).",
    ],
    [
      "a range that is any-to-any",
      { allowedCallerIpRanges: ["0.0.0.0/0"] },
      'allowedCallerIpRanges[0]: "0.0.0.0/0" includes every address. List only the ranges that need access, or remove the setting.',
    ],
    [
      "ranges that are any-to-any together",
      { runHistoryIpRanges: ["0.0.0.0/1", "128.0.0.0/1"] },
      "runHistoryIpRanges: together include every address. List only the ranges that need access, or remove the setting.",
    ],
    [
      "an address that is none",
      { alertEmails: ["team@example.com", "team"] },
      "alertEmails[1]: is not an email address. Expected an address such as integration-team@example.com.",
    ],
    ["an action group that exists", { actionGroupId }],
    [
      "addresses and an action group",
      { alertEmails: ["team@example.com"], actionGroupId },
      "actionGroupId: cannot be combined with alertEmails. Keep actionGroupId to use an existing action group, or alertEmails to create one.",
    ],
    [
      "addresses without alerts",
      { alerts: "false", alertEmails: ["team@example.com"] },
      "alerts: is false, so alertEmails and actionGroupId have no effect. Set it to true, or remove them.",
    ],
    ["no alerts", { alerts: "false" }],
    [
      "an id of something else than an action group, and than a workspace",
      { actionGroupId: workspaceId, logAnalyticsWorkspaceId: actionGroupId },
      "actionGroupId: is not an action group resource ID. Expected /subscriptions/{subscription ID}/resourceGroups/{name}/providers/Microsoft.Insights/actionGroups/{name}, as printed by `az monitor action-group show --query id`.",
      "logAnalyticsWorkspaceId: is not a Log Analytics workspace resource ID. Expected /subscriptions/{subscription ID}/resourceGroups/{name}/providers/Microsoft.OperationalInsights/workspaces/{name}, as printed by `az monitor log-analytics workspace show --query id`.",
    ],
    [
      "a malformed range",
      { runHistoryIpRanges: ["203.0.113.0/33"] },
      'runHistoryIpRanges[0]: "203.0.113.0/33" is not an IP range. Expected an address (203.0.113.7), CIDR (203.0.113.0/24), or first-last (203.0.113.1-203.0.113.9).',
    ],
  ];
  for (const [title, changes, ...problems] of cases) {
    it(`${problems.length === 0 ? "take" : "refuse"} ${title}`, () => {
      assert.deepEqual(problemsOf({ tokens: [leastToken], ...changes }), problems);
    });
  }
});
