import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken, problemsOf } from "./settings-under-test";

const vaultId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared";
const resourceGroupId = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared";
const actionGroupId = `${resourceGroupId}/providers/Microsoft.Insights/actionGroups/on-call`;
const workspaceId = `${resourceGroupId}/providers/Microsoft.OperationalInsights/workspaces/logs-shared`;
const roleId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/11111111-1111-1111-1111-111111111111";
const noVault =
  "is no id of a vault; allowed: /subscriptions/{subscription's GUID}/resourceGroups/{name}/providers/Microsoft.KeyVault/vaults/{name}, as `az keyvault show --query id` prints it.";
const noGroup =
  "is no id of a resource group; allowed: /subscriptions/{subscription's GUID}/resourceGroups/{name}, as `az group show --query id` prints it.";
const noRole =
  'is no id of a role definition; allowed: /subscriptions/{subscription\'s GUID}/providers/Microsoft.Authorization/roleDefinitions/{GUID}, as `az role definition list --query "[].id"` prints it.';
const tagLimits = "allowed are 49 tags, names of 512 and values of 256 characters.";
const vaultNameRule = "allowed: 3 to 24 letters, digits and single hyphens, from a letter to a letter or digit.";

describe("the settings of a stack", () => {
  const cases: [title: string, changes: Record<string, unknown>, ...problems: string[]][] = [
    [
      "no token",
      { tokens: [] },
      "tokens: is missing or empty. Tokens to keep fresh, one refresh Logic App each. At least one.",
    ],
    [
      "no token, but names to write",
      { tokens: undefined, allowedSecretNames: ["partner-api-key"] },
      "tokens: is missing or empty. Tokens to keep fresh, one refresh Logic App each. At least one.",
    ],
    [
      "a token that is not in a list",
      { tokens: leastToken },
      "tokens: is an object; must be a list (in YAML: each entry on a line of its own, after a hyphen).",
    ],
    [
      "tokens that are no JSON",
      { tokens: "[{" },
      "tokens: is text; must be a list (in YAML: each entry on a line of its own, after a hyphen).",
    ],
    [
      "an unknown key",
      { softDeleteRetention: 30 },
      "softDeleteRetention: is no setting; the nearest is softDeleteRetentionDays. Correct it, or take it out.",
    ],
    [
      "a secret in plain text",
      { refreshToken: "hunter2" },
      "refreshToken: would be a secret in plain text, which no setting takes. Put it in the vault and give its name as refreshTokenSecretName. Replace the secret if this file was shared.",
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
      "authorizationModel: is missing. With vaultId, say the vault's own model: rbac or accessPolicy (`az keyvault show --query properties.enableRbacAuthorization`).",
    ],
    ["a vault id with its model", { vaultId, authorizationModel: "rbac" }],
    ["a vault id in other case", { vaultId: vaultId.toUpperCase(), authorizationModel: "rbac" }],
    [
      "two vaults",
      { vaultId, vaultName: "kv-other", authorizationModel: "rbac" },
      "vaultId: is given together with vaultName; keep vaultId to use a vault that exists, vaultName to create one.",
    ],
    [
      "two resource groups",
      { resourceGroupId, resourceGroupName: "rg-other" },
      "resourceGroupId: is given together with resourceGroupName; keep resourceGroupId to use a resource group that exists, resourceGroupName to create one.",
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
      "existingRoleIds.gets: is no setting; the nearest is get. Correct it, or take it out.",
    ],
    [
      "roles with access policies",
      { existingRoleIds: { get: roleId }, authorizationModel: "accessPolicy" },
      "existingRoleIds: has no use with authorizationModel accessPolicy, which knows no roles; take it out.",
    ],
    [
      "access policies for single secrets",
      { authorizationModel: "accessPolicy", grantScope: "secret" },
      "grantScope: is secret, but access policies always hold for the whole vault; take it out, or set authorizationModel to rbac.",
    ],
    [
      "retention for a vault that exists",
      { vaultId, authorizationModel: "rbac", softDeleteRetentionDays: 30 },
      "softDeleteRetentionDays: is only for a vault that is created, and would not change the one of vaultId; take it out.",
    ],
    [
      "the default retention, which Pulumi always hands over",
      { vaultId, authorizationModel: "rbac", softDeleteRetentionDays: "90" },
    ],
    ["retention below 7 days", { softDeleteRetentionDays: 6 }, "softDeleteRetentionDays: is 6; must be at least 7."],
    [
      "retention above 90 days",
      { softDeleteRetentionDays: "91" },
      "softDeleteRetentionDays: is 91; must be at most 90.",
    ],
    [
      "another cloud",
      { cloud: "usgovernment" },
      "cloud: is another cloud than the public one, which alone is supported; take it out, and azure-native:environment too.",
    ],
    [
      "a location of another cloud",
      { location: "usgovvirginia" },
      "location: is a location of another cloud than the public one, which alone is supported; use one such as westeurope.",
    ],
    [
      "a vault name that is too long",
      { vaultName: "a".repeat(25) },
      `vaultName: is no name for a vault (25 characters); ${vaultNameRule}`,
    ],
    [
      "a vault name with two hyphens",
      { vaultName: "kv--x" },
      `vaultName: is no name for a vault (5 characters); ${vaultNameRule}`,
    ],
    ["the longest vault name", { vaultName: "a".repeat(24) }],
    [
      "a resource group name that is too long",
      { resourceGroupName: "a".repeat(91) },
      "resourceGroupName: is no name for a resource group (91 characters); allowed: 1 to 90 letters, digits and any of . _ - ( ), without a dot at the end.",
    ],
    [
      "50 tags, of which one more would be the relay's",
      { tags: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`t${index}`, "x"])) },
      `tags: has 50 tags; ${tagLimits}`,
    ],
    ["a tag whose value is too long", { tags: { a: "x".repeat(257) } }, `tags: has too long a value; ${tagLimits}`],
    ["a tag whose name is too long", { tags: { ["a".repeat(513)]: "x" } }, `tags: has too long a name; ${tagLimits}`],
    [
      "tags that differ only in case",
      { tags: { owner: "a", Owner: "b" } },
      `tags: has names that differ only in case; ${tagLimits}`,
    ],
    [
      "a tag of Azure's own",
      { tags: { "microsoft-x": "a" } },
      `tags: has a name that starts with azure, microsoft or windows, which Azure keeps to itself; ${tagLimits}`,
    ],
    [
      "a tag that is an object",
      { tags: { owner: { a: 1 } } },
      "tags.owner: is an object; must be text (in YAML: put it in quotes).",
    ],
    [
      "a range that is any-to-any",
      { allowedCallerIpRanges: ["0.0.0.0/0"] },
      'allowedCallerIpRanges[0]: "0.0.0.0/0" admits every address; give the ranges that are meant, or leave the setting out.',
    ],
    [
      "ranges that are any-to-any together",
      { runHistoryIpRanges: ["0.0.0.0/1", "128.0.0.0/1"] },
      "runHistoryIpRanges: together admit every address; give the ranges that are meant, or leave the setting out.",
    ],
    [
      "an address that is none",
      { alertEmails: ["team@example.com", "team"] },
      "alertEmails[1]: is no e-mail address; allowed: one such as integration-team@example.com.",
    ],
    ["an action group that exists", { actionGroupId }],
    [
      "addresses and an action group",
      { alertEmails: ["team@example.com"], actionGroupId },
      "actionGroupId: is given together with alertEmails; keep actionGroupId to use an action group that exists, alertEmails to create one.",
    ],
    [
      "addresses without alerts",
      { alerts: "false", alertEmails: ["team@example.com"] },
      "alerts: is false, so that alertEmails and actionGroupId have no use; set it to true, or take them out.",
    ],
    ["no alerts", { alerts: "false" }],
    [
      "an id of something else than an action group, and than a workspace",
      { actionGroupId: workspaceId, logAnalyticsWorkspaceId: actionGroupId },
      "actionGroupId: is no id of an action group; allowed: /subscriptions/{subscription's GUID}/resourceGroups/{name}/providers/Microsoft.Insights/actionGroups/{name}, as `az monitor action-group show --query id` prints it.",
      "logAnalyticsWorkspaceId: is no id of a Log Analytics workspace; allowed: /subscriptions/{subscription's GUID}/resourceGroups/{name}/providers/Microsoft.OperationalInsights/workspaces/{name}, as `az monitor log-analytics workspace show --query id` prints it.",
    ],
    [
      "a malformed range",
      { runHistoryIpRanges: ["203.0.113.0/33"] },
      'runHistoryIpRanges[0]: "203.0.113.0/33" is no IP range; allowed: an address (203.0.113.7), CIDR (203.0.113.0/24), or first-last (203.0.113.1-203.0.113.9).',
    ],
  ];
  for (const [title, changes, ...problems] of cases) {
    it(`${problems.length === 0 ? "take" : "refuse"} ${title}`, () => {
      assert.deepEqual(problemsOf({ tokens: [leastToken], ...changes }), problems);
    });
  }
});
