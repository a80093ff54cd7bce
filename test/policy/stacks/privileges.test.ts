import { describe } from "mocha";
import type { Stack, StackResource } from "../../../policy/model";
import {
  accessPolicy,
  assignment,
  customRole,
  customRoleId,
  group,
  testStacks,
  vault,
  vaultId,
  workflow,
} from "./stack-builder";
import type { StackCase } from "./stack-builder";

/** The reading workflow, granted by access policy, with more grants. */
function granted(...grants: StackResource[]): Stack {
  return { resources: [vault(), accessPolicy("get"), workflow({}), ...grants] };
}

/** The reading workflow in a vault that decides by roles, with a custom role for its secret and more grants. */
function byRoles(...grants: StackResource[]): Stack {
  const reader = {
    ...customRole({ dataActions: ["Microsoft.KeyVault/vaults/secrets/getSecret/action"] }),
    urn: "urn:pulumi:prod::tokens::azure-native:authorization:RoleDefinition::reader",
  };
  const read = { ...assignment(customRoleId, `${vaultId}/secrets/access-token`), urn: "urn:read::grant" };
  return { resources: [vault("rbac"), workflow({}), reader, read, ...grants] };
}

const custom = (permissions: object, scope: string): Stack =>
  granted(
    {
      ...customRole(permissions),
      properties: { ...customRole(permissions).properties, roleDefinitionId: "cccccccc-1111-4222-8333-444444444444" },
    },
    assignment("cccccccc-1111-4222-8333-444444444444", scope),
  );

const roles: Readonly<Record<string, string>> = {
  owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  keyVaultAdministrator: "00482a5a-887f-4fb3-b363-3b7fe8e74483",
  keyVaultContributor: "f25e0fa2-a7c8-4377-a976-54943a77a395",
  logicAppContributor: "87a39d53-fc1b-424a-814c-f7e04687dc9e",
  certificateUser: "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba",
  cryptoOfficer: "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
  automationContributor: "f353d9bd-d4a6-484e-a77a-8050b599b867",
  blobContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  monitoringReader: "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
  reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  virtualMachineContributor: "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
};
const storage = `${group}/providers/Microsoft.Storage/storageAccounts/st`;
const otherWorkflow = `${group}/providers/Microsoft.Logic/workflows/la-other`;
const machine = `${group}/providers/Microsoft.Compute/virtualMachines/vm`;
const role = (name: string): string =>
  `/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/${roles[name] ?? ""}`;

const builtIn: readonly StackCase[] = [
  ["Owner at the vault", ["privileged-roles"], granted(assignment(role("owner"), vaultId))],
  [
    "Owner at the vault, its id in capitals",
    ["privileged-roles"],
    granted(assignment(role("owner").toUpperCase(), vaultId)),
  ],
  ["Owner at another resource", ["privileged-roles"], granted(assignment(role("owner"), storage))],
  [
    "Contributor at the resource group",
    ["privileged-roles", "wide-scopes"],
    granted(assignment(role("contributor"), group)),
  ],
  ["Key Vault Contributor", ["privileged-roles"], granted(assignment(role("keyVaultContributor"), vaultId))],
  [
    "Logic App Contributor at another workflow",
    ["privileged-roles"],
    granted(assignment(role("logicAppContributor"), otherWorkflow)),
  ],
  [
    "Automation Contributor at the vault",
    ["privileged-roles"],
    granted(assignment(role("automationContributor"), vaultId)),
  ],
  ["eligible Owner", ["privileged-roles"], granted(assignment(role("owner"), vaultId, "PimRoleEligibilitySchedule"))],
  [
    "Owner by a schedule request",
    ["privileged-roles"],
    granted(assignment(role("owner"), vaultId, "RoleAssignmentScheduleRequest")),
  ],
  [
    "Key Vault Administrator",
    ["destructive-permissions", "excess-permissions", "privileged-roles"],
    byRoles(assignment(role("keyVaultAdministrator"), vaultId)),
  ],
  [
    "Key Vault Certificate User",
    ["destructive-permissions", "excess-permissions"],
    byRoles(assignment(role("certificateUser"), vaultId)),
  ],
  ["Key Vault Crypto Officer", ["destructive-permissions"], byRoles(assignment(role("cryptoOfficer"), vaultId))],
  ["Storage Blob Data Contributor at an account", [], granted(assignment(role("blobContributor"), storage))],
  ["Monitoring Reader at the resource group", [], granted(assignment(role("monitoringReader"), group))],
  ["Reader at the subscription", [], granted(assignment(role("reader"), "/subscriptions/1"))],
  ["Virtual Machine Contributor at a machine", [], granted(assignment(role("virtualMachineContributor"), machine))],
  [
    "a role that only the tenant knows, at another resource",
    [],
    granted(assignment("dddddddd-1111-4222-8333-444444444444", storage)),
  ],
];

const customRoles: readonly StackCase[] = [
  ["vaults/write", ["privileged-roles"], custom({ actions: ["Microsoft.KeyVault/vaults/write"] }, vaultId)],
  [
    "vaults/accessPolicies/write",
    ["privileged-roles"],
    custom({ actions: ["Microsoft.KeyVault/vaults/accessPolicies/write"] }, vaultId),
  ],
  [
    "vaults/secrets/write of Resource Manager",
    ["privileged-roles"],
    custom({ actions: ["Microsoft.KeyVault/vaults/secrets/write"] }, vaultId),
  ],
  [
    "workflows/write at another workflow",
    ["privileged-roles"],
    custom({ actions: ["Microsoft.Logic/workflows/write"] }, otherWorkflow),
  ],
  [
    "identities/assign",
    ["privileged-roles"],
    custom(
      { actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"] },
      `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/admin`,
    ),
  ],
  [
    "deployments/write at the resource group",
    ["privileged-roles", "wide-scopes"],
    custom({ actions: ["Microsoft.Resources/deployments/write"] }, group),
  ],
  [
    "an action taken back",
    [],
    custom({ actions: ["Microsoft.Storage/storageAccounts/read"], notActions: ["*/write"] }, storage),
  ],
  [
    "a data action on blobs",
    [],
    custom({ dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"] }, storage),
  ],
  [
    "list at the vault with a slash behind",
    ["excess-permissions"],
    byRoles(
      {
        ...customRole({ dataActions: ["Microsoft.KeyVault/vaults/secrets/readMetadata/action"] }),
        properties: {
          ...customRole({}).properties,
          roleDefinitionId: "cccccccc-1111-4222-8333-444444444444",
          permissions: [{ dataActions: ["Microsoft.KeyVault/vaults/secrets/readMetadata/action"] }],
        },
      },
      assignment("cccccccc-1111-4222-8333-444444444444", `${vaultId}/`),
    ),
  ],
];

describe("Built-in roles of workloads", () => {
  testStacks(builtIn);
});
describe("Custom roles of workloads", () => {
  testStacks(customRoles);
});
