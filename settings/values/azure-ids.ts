const guid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const subscription = `/subscriptions/(${guid})`;
const resourceGroup = `${subscription}/resourceGroups/([-\\w.()]{0,89}[-\\w()])`;
/** Topics, and subscriptions of topics. A topic's name may contain slashes in Azure, which no resource ID can. */
const entityName = "[a-z0-9_](?:[\\w.-]{0,258}[a-z0-9_])?";
const topic = `${resourceGroup}/providers/Microsoft\\.ServiceBus/namespaces/([a-z][a-z0-9-]{4,48}[a-z0-9])/topics/(${entityName})`;

const patterns = {
  resourceGroup: new RegExp(`^${resourceGroup}$`, "i"),
  vault: new RegExp(`^${resourceGroup}/providers/Microsoft\\.KeyVault/vaults/([a-z][a-z0-9-]{1,22}[a-z0-9])$`, "i"),
  actionGroup: new RegExp(`^${resourceGroup}/providers/Microsoft\\.Insights/actionGroups/[^/?#%&*<>+:]{1,260}$`, "i"),
  workspace: new RegExp(
    `^${resourceGroup}/providers/Microsoft\\.OperationalInsights/workspaces/[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$`,
    "i",
  ),
  topic: new RegExp(`^${topic}$`, "i"),
  subscription: new RegExp(`^(${topic})/subscriptions/(${entityName})$`, "i"),
  roleDefinition: new RegExp(`^(?:${subscription})?/providers/Microsoft\\.Authorization/roleDefinitions/${guid}$`, "i"),
  principal: new RegExp(`^${guid}$`, "i"),
};

const subscriptionForm = "/subscriptions/{subscription ID}";
const groupForm = `${subscriptionForm}/resourceGroups/{name}`;

/** The problem with a text that should be the resource ID of a key vault. */
export function vaultIdProblem(text: string): string | undefined {
  return problem(
    patterns.vault.test(text),
    "a Key Vault resource ID",
    `${groupForm}/providers/Microsoft.KeyVault/vaults/{name}, as printed by \`az keyvault show --query id\``,
  );
}

/** The problem with a text that should be the resource ID of a resource group. */
export function resourceGroupIdProblem(text: string): string | undefined {
  return problem(
    patterns.resourceGroup.test(text),
    "a resource group ID",
    `${groupForm}, as printed by \`az group show --query id\``,
  );
}

/** The problem with a text that should be the resource ID of an action group. */
export function actionGroupIdProblem(text: string): string | undefined {
  return problem(
    patterns.actionGroup.test(text),
    "an action group resource ID",
    `${groupForm}/providers/Microsoft.Insights/actionGroups/{name}, as printed by \`az monitor action-group show --query id\``,
  );
}

/** The problem with a text that should be the resource ID of a Log Analytics workspace. */
export function workspaceIdProblem(text: string): string | undefined {
  return problem(
    patterns.workspace.test(text),
    "a Log Analytics workspace resource ID",
    `${groupForm}/providers/Microsoft.OperationalInsights/workspaces/{name}, as printed by \`az monitor log-analytics workspace show --query id\``,
  );
}

/** The problem with a text that should be the resource ID of a Service Bus topic. */
export function topicIdProblem(text: string): string | undefined {
  return problem(
    patterns.topic.test(text),
    "a Service Bus topic resource ID",
    `${groupForm}/providers/Microsoft.ServiceBus/namespaces/{name}/topics/{name}, as printed by \`az servicebus topic show --query id\``,
  );
}

/** The problem with a text that should be the resource ID of a Service Bus topic's subscription. */
export function subscriptionIdProblem(text: string): string | undefined {
  return problem(
    patterns.subscription.test(text),
    "the resource ID of a Service Bus topic's subscription",
    `${groupForm}/providers/Microsoft.ServiceBus/namespaces/{name}/topics/{name}/subscriptions/{name}, as printed by \`az servicebus topic subscription show --query id\``,
  );
}

/** The problem with a text that should be the ID of a role definition. */
export function roleIdProblem(text: string): string | undefined {
  return problem(
    patterns.roleDefinition.test(text),
    "a role definition ID",
    `${subscriptionForm}/providers/Microsoft.Authorization/roleDefinitions/{GUID}, as printed by \`az role definition list --query "[].id"\``,
  );
}

/** The problem with a text that should be an object ID in Microsoft Entra ID. */
export function principalIdProblem(text: string): string | undefined {
  return problem(
    patterns.principal.test(text),
    "an object ID",
    "a GUID, as printed by `az ad sp show --id {client ID} --query id`, `az ad group show` or `az ad user show`",
  );
}

function problem(isValid: boolean, expected: string, form: string): string | undefined {
  return isValid ? undefined : `is not ${expected}. Expected ${form}.`;
}

/** Parts of a valid resource ID of a key vault. */
export function parseVaultId(id: string): { subscriptionId: string; resourceGroupName: string; name: string } {
  const [, subscriptionId = "", resourceGroupName = "", name = ""] = patterns.vault.exec(id) ?? [];
  return { subscriptionId, resourceGroupName, name };
}

/** Parts of a valid resource ID of a Service Bus topic's subscription. */
export function parseSubscriptionId(id: string): { topicId: string; name: string } {
  const match = patterns.subscription.exec(id);
  return { topicId: match?.[1] ?? "", name: match?.[match.length - 1] ?? "" };
}

/** Name of the resource group in a valid resource group ID. */
export function parseResourceGroupName(id: string): string {
  return patterns.resourceGroup.exec(id)?.[2] ?? "";
}
