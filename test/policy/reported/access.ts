import type { Stack, StackResource } from "../../../policy/model";
import {
  accessPolicy,
  assignment,
  customRole,
  customRoleId,
  group,
  http,
  managedIdentity,
  onVault,
  principalId,
  readingStack,
  resource,
  vault,
  vaultId,
  vaultUrl,
  workflow,
} from "../stacks/stack-builder";
import { azure, keyVaultDocs, logicAppsDocs, playbooks, posts, threads } from "./addresses";
import type { Address, CasesByKind, ReportedCase } from "./reported-case";

const privileged = ["privileged-roles"];

/** The reading workflow, granted by access policy, with more grants. */
function granted(...grants: StackResource[]): Stack {
  return { resources: [vault(), accessPolicy("get"), workflow({}), ...grants] };
}
const storage = `${group}/providers/Microsoft.Storage/storageAccounts/st`;
const otherWorkflow = `${group}/providers/Microsoft.Logic/workflows/la-other`;
const automation = `${group}/providers/Microsoft.Automation/automationAccounts/a`;
const builtIn = {
  owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  userAccessAdministrator: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  roleBasedAccessControlAdministrator: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
  keyVaultContributor: "f25e0fa2-a7c8-4377-a976-54943a77a395",
  keyVaultAdministrator: "00482a5a-887f-4fb3-b363-3b7fe8e74483",
  keyVaultReader: "21090545-7ca7-4776-b22c-e363652d74d2",
  logicAppContributor: "87a39d53-fc1b-424a-814c-f7e04687dc9e",
  logicAppOperator: "515c2055-d9d4-4321-b1b9-bd0c9a0f79fe",
  automationContributor: "f353d9bd-d4a6-484e-a77a-8050b599b867",
  automationJobOperator: "4fe576fe-1146-4730-92eb-48519fa6bf9f",
  blobContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  blobReader: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
} as const;

/** One more grant to the reading workflow. */
function role(
  id: string,
  what: string,
  source: Address,
  name: keyof typeof builtIn,
  scope: string,
  rules: readonly string[],
  type?: string,
): ReportedCase {
  return { id, what, source, rules, stack: granted(assignment(builtIn[name], scope, type)) };
}

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

/** A vault that decides by roles, a custom role for the data actions of the workflow, and its scope. */
function byRole(dataActions: readonly string[], scope: string, ...more: StackResource[]): Stack {
  return {
    resources: [vault("rbac"), workflow({}), customRole({ dataActions }), assignment(customRoleId, scope), ...more],
  };
}
const getSecretAction = "Microsoft.KeyVault/vaults/secrets/getSecret/action";

/** A workflow that uses the managed Key Vault connector with its own identity. */
function byConnector(path: string, ...secrets: string[]): Stack {
  const connectionId = `${group}/providers/Microsoft.Web/connections/keyvault`;
  const read = {
    type: "ApiConnection",
    inputs: {
      host: { connection: { name: "@parameters('$connections')['keyvault']['connectionId']" } },
      method: "get",
      path,
    },
    runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
  };
  const keyvault = {
    connectionId,
    id: "/subscriptions/1/providers/Microsoft.Web/locations/westeurope/managedApis/keyvault",
    connectionProperties: { authentication: { type: "ManagedServiceIdentity" } },
  };
  return {
    resources: [
      vault(),
      accessPolicy(...secrets),
      resource("azure-native:web:Connection", "keyvault", {
        connectionName: "keyvault",
        properties: { parameterValueType: "Alternative", alternativeParameterValues: { vaultName: "kv-tokens" } },
      }),
      workflow(
        { Get_secret: read },
        { parameters: { $connections: { type: "Object", defaultValue: {} } } },
        { parameters: { $connections: { value: { keyvault } } } },
      ),
    ],
  };
}
/** A stack whose workflow reads its secret, with these permissions. */
const reading = (...secrets: string[]): Stack => ({ resources: [vault(), accessPolicy(...secrets), workflow({})] });

/** What identities may do. */
export const access = {
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
      "the same role, as an edge of an attack graph",
      posts.contributorEdge,
      "keyVaultContributor",
      vaultId,
      privileged,
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
      "Logic App Operator, who reads and starts other workflows",
      azure.integrationRoles,
      "logicAppOperator",
      otherWorkflow,
      [],
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
      what: "an access policy of get, which the identity of a Logic App needs",
      source: posts.policyOfIdentity,
      rules: [],
      stack: reading("get"),
    },
  ],
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
  principal: [
    role(
      "eligible-owner",
      "an eligible Owner, by Privileged Identity Management",
      azure.eligibleRoles,
      "owner",
      vaultId,
      privileged,
      "PimRoleEligibilitySchedule",
    ),
    role(
      "activated-contributor",
      "Contributor by a schedule request, which activates it",
      azure.activatedRoles,
      "contributor",
      vaultId,
      privileged,
      "RoleAssignmentScheduleRequest",
    ),
    {
      id: "imported-assignment",
      what: "an assignment of Owner that was imported, so that only its id tells whose it is",
      source: "https://github.com/pulumi/pulumi-azure/issues/1099",
      rules: privileged,
      stack: granted(
        resource("azure-native:authorization:RoleAssignment", "imported", {
          principalId,
          roleDefinitionId: builtIn.owner,
          scope: vaultId,
        }),
      ),
    },
    {
      id: "assignment-of-somebody-else",
      what: "an eligible Owner that is no workload of the stack",
      source: azure.eligibleRoles,
      rules: [],
      stack: granted(
        resource("azure-native:authorization:PimRoleEligibilitySchedule", "person", {
          principalId: "99999999-1111-4222-8333-444444444444",
          roleDefinitionId: builtIn.owner,
          scope: vaultId,
        }),
      ),
    },
  ],
  needs: [
    {
      id: "get-and-list",
      what: "get and list, where the tutorial's workflow only gets",
      source: posts.getAndList,
      rules: ["excess-permissions"],
      stack: reading("get", "list"),
    },
    {
      id: "get-only",
      what: "get, which is what a workflow that reads needs",
      source: posts.requestBin,
      rules: [],
      stack: reading("get"),
    },
    {
      id: "reader-role-for-values",
      what: "Key Vault Reader, which reads no values, for a workflow that reads one",
      source: keyVaultDocs.roles,
      rules: ["excess-permissions", "missing-permissions"],
      stack: { resources: [vault("rbac"), workflow({}), assignment(builtIn.keyVaultReader, vaultId)] },
    },
    {
      id: "set-for-a-refresh",
      what: "get and set, for a workflow that renews its token",
      source: posts.refreshByParseJson,
      rules: [],
      stack: {
        resources: [
          vault(),
          accessPolicy("get", "set"),
          workflow({
            Set: onVault("PUT", "/secrets/access-token", {
              body: { value: "@body('Get_secret')?['value']", attributes: { exp: 1 } },
            }),
          }),
        ],
      },
    },
    {
      id: "set-without-the-grant",
      what: "the same with get only, which the vault answers with 403",
      source: posts.refreshByParseJson,
      rules: ["missing-permissions"],
      stack: {
        resources: [
          vault(),
          accessPolicy("get"),
          workflow({
            Set: onVault("PUT", "/secrets/access-token", {
              body: { value: "@body('Get_secret')?['value']", attributes: { exp: 1 } },
            }),
          }),
        ],
      },
    },
  ],
  "connector-msi": [
    {
      id: "connector-gets",
      what: "the connector's Get secret with the identity, and get",
      source: threads.twoSecrets,
      rules: [],
      stack: byConnector("/secrets/@{encodeURIComponent('vcap-client-id')}/value", "get"),
    },
    {
      id: "connector-lists",
      what: "the connector's List secrets with the identity, and list",
      source: posts.connectorByIdentity,
      rules: [],
      stack: byConnector("/secrets", "list"),
    },
    {
      id: "connector-gets-and-may-list",
      what: "the connector's Get secret with the identity, and get and list",
      source: posts.connectorByIdentity,
      rules: ["excess-permissions"],
      stack: byConnector("/secrets/@{encodeURIComponent('ApiKey')}/value", "get", "list"),
    },
    {
      id: "connector-without-a-grant",
      what: "the connector's Get secret of a vault to which nobody granted access",
      source: playbooks.secretNameParameter,
      rules: ["excess-permissions", "missing-permissions"],
      stack: byConnector("/secrets/@{encodeURIComponent('ApiKey')}/value", "list"),
    },
  ],
  "cross-stack": [
    {
      id: "vault-of-the-customer",
      what: "a vault that exists before the playbook is deployed, where its owner grants access",
      source: "https://github.com/Azure/Azure-Sentinel/pull/6486",
      rules: [],
      stack: { resources: [workflow({})] },
    },
    {
      id: "vault-of-the-customer-in-the-open",
      what: "the same vault, read in the open",
      source: "https://github.com/Azure/Azure-Sentinel/pull/6486",
      rules: ["hidden-tokens"],
      stack: {
        resources: [
          workflow({
            Read: http(
              "GET",
              `${vaultUrl}/secrets/api-key`,
              { authentication: managedIdentity },
              { runtimeConfiguration: {} },
            ),
          }),
        ],
      },
    },
  ],
  "dead-code": [
    {
      id: "branch-that-never-runs-shows-it",
      what: "a branch of a condition that is never true, which shows the secret once somebody edits the condition",
      source: logicAppsDocs.actions,
      rules: ["hidden-tokens"],
      stack: readingStack({
        Never: {
          type: "If",
          expression: { and: [{ equals: [1, 2] }] },
          actions: { Show: { type: "Compose", inputs: "@body('Get_secret')?['value']" } },
        },
      }),
    },
    {
      id: "branch-that-never-runs",
      what: "a branch of a condition that is never true, which shows the secret's id",
      source: logicAppsDocs.actions,
      rules: [],
      stack: readingStack({
        Never: {
          type: "If",
          expression: { and: [{ equals: [1, 2] }] },
          actions: { Show: { type: "Compose", inputs: "@body('Get_secret')?['id']" } },
        },
      }),
    },
  ],
} satisfies CasesByKind;
