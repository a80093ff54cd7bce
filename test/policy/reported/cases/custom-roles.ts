import { assignment, customRole, customRoleId, group, vaultId } from "../../stacks/stack-builder";
import { azure, keyVaultDocs } from "../addresses";
import { storage, getSecretAction, granted, role, byRole } from "../granted-stacks";
import type { Address, CasesByKind, ReportedCase } from "../reported-case";

const privileged = ["privileged-roles"];

/** A custom role for the reading workflow, beside its access policy. */
function custom(
  id: string,
  what: string,
  source: Address,
  permissions: object,
  scope: string,
  rules: readonly string[],
): ReportedCase {
  return { id, what, source, rules, stack: granted(customRole(permissions), assignment(customRoleId, scope)) };
}

/** Custom roles, and scopes of roles. */
export const customRoles = {
  "role-custom": [
    custom(
      "vaults-write",
      "a custom role with vaults/write",
      keyVaultDocs.contributorEscalates,
      { actions: ["Microsoft.KeyVault/vaults/write"] },
      vaultId,
      privileged,
    ),
    custom(
      "secrets-write-of-resource-manager",
      "a custom role that writes secrets by Resource Manager",
      keyVaultDocs.resourceManager,
      { actions: ["Microsoft.KeyVault/vaults/secrets/write"] },
      vaultId,
      privileged,
    ),
    custom(
      "wildcard-of-a-provider",
      "a custom role with a wildcard in the middle of an action",
      azure.customRoles,
      { actions: ["Microsoft.Storage/*/read"] },
      storage,
      ["custom-roles"],
    ),
    custom(
      "virtual-machine-operator-less",
      "a custom role that reads storage accounts",
      azure.customRoles,
      { actions: ["Microsoft.Storage/storageAccounts/read"] },
      storage,
      [],
    ),
    custom(
      "blob-data-action",
      "a custom role with a data action on blobs",
      azure.roleDefinitions,
      { dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"] },
      storage,
      [],
    ),
    custom(
      "role-assignments-write",
      "a custom role that assigns roles",
      azure.roleDefinitions,
      { actions: ["Microsoft.Authorization/roleAssignments/write"] },
      vaultId,
      ["custom-roles", "privileged-roles"],
    ),
  ],
  scope: [
    role(
      "contributor-of-a-resource-group",
      "Contributor of the resource group, as Run As accounts had of the subscription",
      azure.automationRoles,
      "contributor",
      group,
      ["privileged-roles", "wide-scopes"],
    ),
    role(
      "owner-of-a-management-group",
      "Owner of a management group",
      azure.scopes,
      "owner",
      "/providers/Microsoft.Management/managementGroups/acme",
      ["privileged-roles", "wide-scopes"],
    ),
    {
      id: "secret-role-of-the-vault",
      what: "a role that reads secrets at the resource group, which has further vaults",
      source: azure.scopes,
      rules: ["wide-scopes"],
      stack: byRole([getSecretAction], group),
    },
    {
      id: "secret-role-at-the-vault",
      what: "the same role at the vault",
      source: azure.scopes,
      rules: [],
      stack: byRole([getSecretAction], vaultId),
    },
  ],
} satisfies CasesByKind;
