import { group, vaultId, principalId, resource, workflow } from "../../stacks/stack-builder";
import { azure, keyVaultDocs, posts, threads } from "../addresses";
import { storage, getSecretAction, role, byRole, reading } from "../granted-stacks";
import type { CasesByKind } from "../reported-case";

const privileged = ["privileged-roles"];

const otherWorkflow = `${group}/providers/Microsoft.Logic/workflows/la-other`;

const automation = `${group}/providers/Microsoft.Automation/automationAccounts/a`;

/** Roles and access policies of workloads. */
export const roles = {
  "role-builtin": [
    role(
      "key-vault-contributor",
      "Key Vault Contributor, who can write access policies for itself",
      keyVaultDocs.contributorEscalates,
      "keyVaultContributor",
      vaultId,
      privileged,
    ),
    role(
      "key-vault-contributor-as-an-edge",
      "the same role at the resource group, as an edge of an attack graph to each of its vaults",
      posts.contributorEdge,
      "keyVaultContributor",
      group,
      ["privileged-roles", "wide-scopes"],
    ),
    role(
      "contributor-of-a-vault",
      "Contributor of a vault with access policies",
      keyVaultDocs.contributorEscalates,
      "contributor",
      vaultId,
      privileged,
    ),
    role(
      "user-access-administrator",
      "User Access Administrator",
      azure.privilegedRoles,
      "userAccessAdministrator",
      vaultId,
      privileged,
    ),
    role(
      "rbac-administrator",
      "Role Based Access Control Administrator",
      azure.privilegedRoles,
      "roleBasedAccessControlAdministrator",
      vaultId,
      privileged,
    ),
    role(
      "automation-contributor",
      "Automation Contributor, who reaches whatever the account's identity may",
      azure.automationRoles,
      "automationContributor",
      automation,
      privileged,
    ),
    role(
      "logic-app-contributor",
      "Logic App Contributor, who rewrites another workflow that has an identity",
      posts.persistence,
      "logicAppContributor",
      otherWorkflow,
      privileged,
    ),
    role(
      "logic-app-operator",
      "Logic App Operator, who may disable other workflows, and does not",
      azure.integrationRoles,
      "logicAppOperator",
      otherWorkflow,
      ["excess-permissions"],
    ),
    role(
      "automation-job-operator",
      "Automation Job Operator, who starts runbooks",
      azure.automationRoles,
      "automationJobOperator",
      automation,
      [],
    ),
  ],
  role: [
    role(
      "blob-contributor",
      "Storage Blob Data Contributor at an account",
      azure.storageRoles,
      "blobContributor",
      storage,
      [],
    ),
    role("blob-reader", "Storage Blob Data Reader at an account", azure.storageRoles, "blobReader", storage, []),
    {
      id: "one-secret-by-role",
      what: "a role with the secret's read action at the one secret",
      source: keyVaultDocs.roles,
      rules: [],
      stack: byRole([getSecretAction], `${vaultId}/secrets/access-token`),
    },
    {
      id: "delete-by-access-policy",
      what: "an access policy of delete, get, list and set, as an example has it",
      source: threads.signedUrlInState,
      rules: ["destructive-permissions", "excess-permissions"],
      stack: reading("delete", "get", "list", "set"),
    },
    {
      id: "purge-by-access-policy",
      what: "an access policy of all permissions",
      source: keyVaultDocs.accessPolicies,
      rules: ["destructive-permissions", "excess-permissions"],
      stack: reading("all"),
    },
    {
      id: "get-by-access-policy",
      what: "an access policy of get within the vault, which the identity of a Logic App needs",
      source: posts.policyOfIdentity,
      rules: [],
      stack: {
        resources: [
          resource("azure-native:keyvault:Vault", "vault", {
            vaultName: "kv-tokens",
            properties: {
              enableRbacAuthorization: false,
              enablePurgeProtection: true,
              accessPolicies: [{ objectId: principalId, permissions: { secrets: ["get"] } }],
            },
          }),
          workflow({}),
        ],
      },
    },
  ],
} satisfies CasesByKind;
