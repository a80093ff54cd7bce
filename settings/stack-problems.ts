import type { ParsedFields } from "./parse-fields";
import type { SettingsProblem } from "./settings-error";
import type { stackFields } from "./stack-fields";

type Stack = Pick<ParsedFields<Omit<typeof stackFields, "tokens">>, "values" | "given">;

/** What is wrong between the keys of a stack, its tokens apart. */
export function stackProblems({ values, given }: Stack): SettingsProblem[] {
  const problems: [applies: boolean, path: keyof typeof stackFields, message: string][] = [
    [
      given.has("resourceGroupName") && given.has("resourceGroupId"),
      "resourceGroupId",
      "is given together with resourceGroupName; keep resourceGroupId to use a resource group that exists, resourceGroupName to create one.",
    ],
    [
      given.has("vaultName") && given.has("vaultId"),
      "vaultId",
      "is given together with vaultName; keep vaultId to use a vault that exists, vaultName to create one.",
    ],
    [
      given.has("vaultId") && !given.has("authorizationModel"),
      "authorizationModel",
      "is missing. With vaultId, say the vault's own model: rbac or accessPolicy (`az keyvault show --query properties.enableRbacAuthorization`).",
    ],
    [
      given.has("vaultId") && values.softDeleteRetentionDays !== 90 && values.softDeleteRetentionDays !== undefined,
      "softDeleteRetentionDays",
      "is only for a vault that is created, and would not change the one of vaultId; take it out.",
    ],
    [
      values.authorizationModel === "accessPolicy" && values.grantScope === "secret",
      "grantScope",
      "is secret, but access policies always hold for the whole vault; take it out, or set authorizationModel to rbac.",
    ],
    [
      values.authorizationModel === "accessPolicy" && given.has("existingRoleIds"),
      "existingRoleIds",
      "has no use with authorizationModel accessPolicy, which knows no roles; take it out.",
    ],
    [
      given.has("alertEmails") && given.has("actionGroupId"),
      "actionGroupId",
      "is given together with alertEmails; keep actionGroupId to use an action group that exists, alertEmails to create one.",
    ],
    [
      values.alerts === false && (given.has("alertEmails") || given.has("actionGroupId")),
      "alerts",
      "is false, so that alertEmails and actionGroupId have no use; set it to true, or take them out.",
    ],
  ];
  return problems.flatMap(([applies, path, message]) => (applies ? [{ path, message }] : []));
}
