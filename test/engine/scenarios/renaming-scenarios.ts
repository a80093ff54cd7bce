import { crmToken } from "./scenario-settings";
import type { Scenario } from "./scenario";

const names = { resourceGroupName: "rg-one", vaultName: "kv-one-xyz" };

/** A vault of another name, then a resource group of another name. */
export const renamingScenarios: readonly Scenario[] = (["rbac", "accessPolicy"] as const).map((authorizationModel) => {
  const first = { authorizationModel, tokens: [crmToken], ...names };
  const otherVault = { ...first, vaultName: "kv-two-xyz" };
  return {
    name: authorizationModel === "rbac" ? "renamed-rbac" : "renamed-access-policy",
    steps: {
      first: { change: "one token, names given", settings: first },
      vault: {
        change: "`vaultName` changed",
        settings: otherVault,
        knownSince: {
          "web:Connection set-secret": ["properties"],
          "web:CustomApi set-secret": ["properties"],
          "logic:Workflow refresh-crm-token": ["definition"],
        },
      },
      group: {
        change: "`resourceGroupName` changed",
        settings: { ...otherVault, resourceGroupName: "rg-two" },
        // The group goes first, and the vault with it: its name is then taken by the deleted one.
        error: /A vault with the same name already exists in deleted state/,
      },
    },
  };
});
