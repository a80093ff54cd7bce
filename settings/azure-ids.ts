const subscription = "/subscriptions/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
const resourceGroup = `${subscription}/resourceGroups/([-\\w.()]{0,89}[-\\w()])`;
const vault = new RegExp(
  `^${resourceGroup}/providers/Microsoft\\.KeyVault/vaults/([a-z][a-z0-9-]{1,22}[a-z0-9])$`,
  "i",
);
const group = new RegExp(`^${resourceGroup}$`, "i");
const actionGroup = new RegExp(
  `^${resourceGroup}/providers/Microsoft\\.Insights/actionGroups/[^/?#%&*<>+:]{1,260}$`,
  "i",
);
const workspace = new RegExp(
  `^${resourceGroup}/providers/Microsoft\\.OperationalInsights/workspaces/[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$`,
  "i",
);
const roleDefinition = new RegExp(
  `^(?:${subscription})?/providers/Microsoft\\.Authorization/roleDefinitions/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`,
  "i",
);

const subscriptionShown = "/subscriptions/{subscription's GUID}";

export function vaultIdProblem(text: string): string | undefined {
  return vault.test(text)
    ? undefined
    : `is no id of a vault; allowed: ${subscriptionShown}/resourceGroups/{name}/providers/Microsoft.KeyVault/vaults/{name}, as \`az keyvault show --query id\` prints it.`;
}

export function resourceGroupIdProblem(text: string): string | undefined {
  return group.test(text)
    ? undefined
    : `is no id of a resource group; allowed: ${subscriptionShown}/resourceGroups/{name}, as \`az group show --query id\` prints it.`;
}

export function actionGroupIdProblem(text: string): string | undefined {
  return actionGroup.test(text)
    ? undefined
    : `is no id of an action group; allowed: ${subscriptionShown}/resourceGroups/{name}/providers/Microsoft.Insights/actionGroups/{name}, as \`az monitor action-group show --query id\` prints it.`;
}

export function workspaceIdProblem(text: string): string | undefined {
  return workspace.test(text)
    ? undefined
    : `is no id of a Log Analytics workspace; allowed: ${subscriptionShown}/resourceGroups/{name}/providers/Microsoft.OperationalInsights/workspaces/{name}, as \`az monitor log-analytics workspace show --query id\` prints it.`;
}

export function roleIdProblem(text: string): string | undefined {
  return roleDefinition.test(text)
    ? undefined
    : `is no id of a role definition; allowed: ${subscriptionShown}/providers/Microsoft.Authorization/roleDefinitions/{GUID}, as \`az role definition list --query "[].id"\` prints it.`;
}

export function principalIdProblem(text: string): string | undefined {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
    ? undefined
    : "is no object id; allowed: a GUID, as `az ad sp show --id {client id} --query id`, `az ad group show` or `az ad user show` prints it.";
}

/** Parts of a vault's id that {@link vaultIdProblem} finds nothing wrong with. */
export function partsOfVaultId(id: string): { subscriptionId: string; resourceGroupName: string; name: string } {
  const [, subscriptionId = "", resourceGroupName = "", name = ""] = vault.exec(id) ?? [];
  return { subscriptionId, resourceGroupName, name };
}

/** Name of the resource group of this id. */
export function nameInResourceGroupId(id: string): string {
  return group.exec(id)?.[2] ?? "";
}
