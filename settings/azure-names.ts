/**
 * Names that Azure takes:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function vaultNameProblem(text: string): string | undefined {
  return /^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/.test(text)
    ? undefined
    : `is no name for a vault (${text.length} characters); allowed: 3 to 24 letters, digits and single hyphens, from a letter to a letter or digit.`;
}

export function resourceGroupNameProblem(text: string): string | undefined {
  return /^[-\w.()]{0,89}[-\w()]$/.test(text)
    ? undefined
    : `is no name for a resource group (${text.length} characters); allowed: 1 to 90 letters, digits and any of . _ - ( ), without a dot at the end.`;
}

export function locationProblem(text: string): string | undefined {
  if (!/^[a-zA-Z][a-zA-Z0-9 ]{1,39}$/.test(text)) return "is no location of Azure; allowed: a name such as westeurope.";
  const [foreign] = /^(usgov|usdod|china|us gov|us dod)/i.exec(text) ?? [];
  return (
    foreign &&
    `is a location of another cloud than the public one, which alone is supported; use one such as westeurope.`
  );
}

/** Longest name of a Logic App: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config */
const longestWorkflowName = 80;
/** The resources of a token are called `refresh-{name}`, and Pulumi adds a hyphen and 8 digits. */
const longestTokenSecretName = longestWorkflowName - "refresh-".length - "-01234567".length;

/** What is wrong with the length of a token's secret name, from which its resources get theirs. */
export function tokenSecretNameLengthProblem(secretName: string): string | undefined {
  return secretName.length <= longestTokenSecretName
    ? undefined
    : `has ${secretName.length} characters; at most ${longestTokenSecretName}, as its Logic App is called refresh-{name} with 9 characters that Pulumi adds, and Azure takes ${longestWorkflowName}. Use a shorter name.`;
}
