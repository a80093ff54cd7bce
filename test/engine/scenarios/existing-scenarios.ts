import { crmToken, erpToken, existing } from "./scenario-settings";
import type { Scenario } from "./scenario";

const tokens = [crmToken];

/** Logs in a workspace, in another one, in none. */
export const workspace: Scenario = {
  name: "workspace",
  steps: {
    first: {
      change: "one token, `logAnalyticsWorkspaceId` set",
      settings: { tokens, logAnalyticsWorkspaceId: existing.workspaceId("logs-one") },
    },
    other: {
      change: "`logAnalyticsWorkspaceId` changed",
      settings: { tokens, logAnalyticsWorkspaceId: existing.workspaceId("logs-two") },
    },
    none: { change: "`logAnalyticsWorkspaceId` removed", settings: { tokens } },
  },
};

/** An existing resource group, vault, action group and workspace. */
export const existingResources: readonly Scenario[] = (["rbac", "accessPolicy"] as const).map((authorizationModel) => {
  const { resourceGroupId, vaultId, actionGroupId } = existing;
  const settings = {
    ...{ authorizationModel, resourceGroupId, vaultId },
    logAnalyticsWorkspaceId: existing.workspaceId("logs-one"),
  };
  const fewer = { ...settings, tokens: [{ ...crmToken, instanceUrl: "none" }] };
  return {
    name: authorizationModel === "rbac" ? "existing-rbac" : "existing-access-policy",
    steps: {
      first: {
        change: "two tokens with existing resource group, vault, action group and workspace",
        settings: { ...settings, actionGroupId, tokens: [{ ...crmToken, instanceUrl: "secret" }, erpToken] },
      },
      fewer: {
        change: "second token, instance URL's secret and alerts removed",
        settings: { ...fewer, alerts: false },
        knownSince: { "web:Connection set-secret": ["properties"] },
      },
      place: {
        change: "`location` changed, alerts added again",
        settings: { ...fewer, actionGroupId, location: "northeurope" },
        knownSince: {
          "web:Connection set-secret": ["properties"],
          "web:CustomApi set-secret": ["properties"],
          "logic:Workflow refresh-crm-token": ["definition"],
        },
        // Azure refuses it. The emulator of the record did not, and `up` succeeded there.
        error: /InvalidResourceLocation/,
      },
    },
    destroy: authorizationModel === "rbac" ? "10 deleted" : "8 deleted",
  };
});
