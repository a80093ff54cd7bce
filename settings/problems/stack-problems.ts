import type { ParsedFields } from "../fields/parsed-fields";
import type { SettingsProblem } from "../fields/settings-problem";
import type { stackFields } from "../fields/stack-fields";

type Stack = Pick<ParsedFields<Omit<typeof stackFields, "tokens" | "consumers">>, "values" | "given">;

/** Decides whether a role is one of the vault's; that of Service Bus is needed whatever the vault's model is. */
function hasVaultRole({ receive: _, ...ofVault }: NonNullable<Stack["values"]["existingRoleIds"]> = {}): boolean {
  return Object.values(ofVault).some((id) => id !== undefined);
}

/** Problems between the keys of a stack, apart from its tokens. */
export function stackProblems({ values, given }: Stack): SettingsProblem[] {
  const problems: [applies: boolean, path: keyof typeof stackFields, message: string][] = [
    [
      given.has("resourceGroupName") && given.has("resourceGroupId"),
      "resourceGroupId",
      "cannot be combined with resourceGroupName. Keep resourceGroupId to use an existing resource group, or resourceGroupName to create one.",
    ],
    [
      given.has("vaultName") && given.has("vaultId"),
      "vaultId",
      "cannot be combined with vaultName. Keep vaultId to use an existing vault, or vaultName to create one.",
    ],
    [
      given.has("vaultId") && !given.has("authorizationModel"),
      "authorizationModel",
      "is missing. With vaultId, set the vault's own model, rbac or accessPolicy (`az keyvault show --query properties.enableRbacAuthorization`).",
    ],
    [
      given.has("vaultId") && values.softDeleteRetentionDays !== 90 && values.softDeleteRetentionDays !== undefined,
      "softDeleteRetentionDays",
      "applies only to a new vault and does not change the vault of vaultId. Remove it.",
    ],
    [
      values.authorizationModel === "accessPolicy" && values.grantScope === "secret",
      "grantScope",
      "is secret, but access policies apply to the whole vault. Remove it, or set authorizationModel to rbac.",
    ],
    [
      values.authorizationModel === "accessPolicy" && hasVaultRole(values.existingRoleIds),
      "existingRoleIds",
      "has no effect on the vault with authorizationModel accessPolicy, which uses no roles. Remove it, or all but receive.",
    ],
    [
      given.has("alertEmails") && given.has("actionGroupId"),
      "actionGroupId",
      "cannot be combined with alertEmails. Keep actionGroupId to use an existing action group, or alertEmails to create one.",
    ],
    [
      values.alerts === false && (given.has("alertEmails") || given.has("actionGroupId")),
      "alerts",
      "is false, so alertEmails and actionGroupId have no effect. Set it to true, or remove them.",
    ],
  ];
  return problems.flatMap(([applies, path, message]) => (applies ? [{ path, message }] : []));
}
