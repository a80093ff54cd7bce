/** Name rules: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */

/** The problem with a text that should be the name of a key vault. */
export function vaultNameProblem(text: string): string | undefined {
  return /^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/.test(text)
    ? undefined
    : `is not a valid key vault name (${text.length} characters). Expected 3 to 24 letters, digits and single hyphens, starting with a letter and ending with a letter or digit.`;
}

/** The problem with a text that should be the name of a resource group. */
export function resourceGroupNameProblem(text: string): string | undefined {
  return /^[-\w.()]{0,89}[-\w()]$/.test(text)
    ? undefined
    : `is not a valid resource group name (${text.length} characters). Expected 1 to 90 letters, digits and any of . _ - ( ), not ending with a period.`;
}

/** The problem with a text that should be the name of a Service Bus topic's subscription. */
export function subscriptionNameProblem(text: string): string | undefined {
  return /^[a-zA-Z0-9](?:[\w.-]{0,48}[a-zA-Z0-9])?$/.test(text)
    ? undefined
    : `is not a valid name of a topic's subscription (${text.length} characters). Expected 1 to 50 letters, digits and any of . _ -, starting and ending with a letter or digit.`;
}

/** The problem with a text that should be an Azure location. */
export function locationProblem(text: string): string | undefined {
  return /^[a-zA-Z][a-zA-Z0-9 ]{1,39}$/.test(text)
    ? undefined
    : "is not an Azure location. Expected a name such as westeurope.";
}

/** Longest name of a Logic App: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config */
const longestWorkflowName = 80;
/** What Pulumi appends to a name: a hyphen and 8 random characters. */
const suffixLength = "-01234567".length;
/** The resources of a consumer are named `consume-{name}`. */
const longestConsumerName = longestWorkflowName - "consume-".length - suffixLength;

/** The problem with a text that should be the name of a consumer, from which the names of its resources are made. */
export function consumerNameProblem(text: string): string | undefined {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= longestConsumerName
    ? undefined
    : `is not a valid name (${text.length} characters). Expected 1 to ${longestConsumerName} lower-case letters, digits and single hyphens, starting and ending with a letter or digit.`;
}

/** The resources of a token are named `refresh-{name}`. */
const longestTokenSecretName = longestWorkflowName - "refresh-".length - suffixLength;

/** The problem with the length of a token's secret name, from which the names of its resources are made. */
export function tokenSecretNameLengthProblem(secretName: string): string | undefined {
  return secretName.length <= longestTokenSecretName
    ? undefined
    : `has ${secretName.length} characters. The maximum is ${longestTokenSecretName}: the Logic App is named refresh-{name} plus 9 characters from Pulumi, and Azure allows ${longestWorkflowName}. Use a shorter name.`;
}
