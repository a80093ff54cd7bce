import { before, describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { baseStack } from "./base-stacks";
import type { Mutation } from "./mutation";
import { testMutations } from "./mutation";
import { assign, push, roles } from "./change-grants";

const resourceGroup = "/subscriptions/0/resourceGroups/shop";
const otherVault = `${resourceGroup}/providers/Microsoft.KeyVault/vaults/other`;
const secretActions = "Microsoft.KeyVault/vaults/secrets/";
const dataActions = "permissions/0/dataActions";
const ofRelay = "RoleAssignment set-secret-relay-set-crm-token";
const ofCrm = "RoleAssignment refresh-crm-token-get-crm-client-secret";
const ofErp = "RoleAssignment refresh-erp-token-get-set-erp-refresh-token";

const secretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
const secretsOfficer = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7";

const byRole: readonly Mutation[] = [
  [
    "a role that may also get",
    ["excess-permissions"],
    (s) => s.change("RoleDefinition secrets-setSecret", dataActions, push(`${secretActions}getSecret/action`)),
  ],
  [
    "a role that may also set",
    ["excess-permissions"],
    (s) => s.change("RoleDefinition secrets-getSecret", dataActions, push(`${secretActions}setSecret/action`)),
  ],
  [
    "a role that may also list",
    ["excess-permissions"],
    (s) => s.change("RoleDefinition secrets-getSecret", dataActions, push(`${secretActions}readMetadata/action`)),
  ],
  ["Key Vault Secrets User besides", ["excess-permissions"], assign("refresh-crm-token", secretsUser)],
  ["Secrets User for the relay, which reads nothing", ["excess-permissions"], assign("set-secret-relay", secretsUser)],
  [
    "a grant on a vault that the workflow does not use",
    ["excess-permissions"],
    assign("refresh-crm-token", secretsUser, otherVault),
  ],
  [
    "a read that is gone, with its grant still there",
    ["excess-permissions"],
    (s) => s.set("Workflow refresh-crm-token", "definition/actions/Get_client_secret/type", "Compose"),
  ],
  ["a workflow without its grant", ["missing-permissions"], (s) => s.drop(ofCrm)],
  [
    "a relay without one of its grants' roles",
    ["excess-permissions", "missing-permissions"],
    (s) => s.set("RoleDefinition secrets-setSecret", dataActions, [`${secretActions}getSecret/action`]),
  ],

  [
    "a role without data actions",
    ["missing-permissions"],
    (s) => s.set("RoleDefinition secrets-getSecret", dataActions, []),
  ],
  [
    "a role that has its action as a management action",
    ["missing-permissions", "privileged-roles"],
    (s) =>
      s.set("RoleDefinition secrets-getSecret", "permissions/0", {
        actions: [`${secretActions}getSecret/action`],
        dataActions: [],
      }),
  ],
  [
    "a grant at one secret only, where another is read",
    ["excess-permissions", "missing-permissions"],
    (s) => s.set(ofCrm, "scope", `${otherVault}/secrets/crm-client-secret`),
  ],
  [
    "a role that may also delete",
    ["destructive-permissions", "excess-permissions"],
    (s) => s.change("RoleDefinition secrets-getSecret", dataActions, push(`${secretActions}delete`)),
  ],
  [
    "a role that may also purge",
    ["destructive-permissions", "excess-permissions"],
    (s) => s.change("RoleDefinition secrets-setSecret", dataActions, push(`${secretActions}purge/action`)),
  ],
  [
    "a role that may also back up",
    ["destructive-permissions", "excess-permissions"],
    (s) => s.change("RoleDefinition secrets-setSecret", dataActions, push(`${secretActions}backup/action`)),
  ],
  [
    "a role that may also decrypt by a key",
    ["destructive-permissions"],
    (s) =>
      s.change("RoleDefinition secrets-getSecret", dataActions, push("Microsoft.KeyVault/vaults/keys/decrypt/action")),
  ],
  [
    "Key Vault Secrets Officer",
    ["destructive-permissions", "excess-permissions"],
    assign("refresh-erp-token", secretsOfficer),
  ],
  ["Owner of the vault", ["privileged-roles"], assign("refresh-crm-token", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635")],
  [
    "Contributor of the vault",
    ["privileged-roles"],
    assign("refresh-crm-token", "b24988ac-6180-42a0-ab88-20f7382dd24c"),
  ],
  [
    "User Access Administrator",
    ["privileged-roles"],
    assign("set-secret-relay", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"),
  ],
  [
    "Key Vault Administrator",
    ["destructive-permissions", "excess-permissions", "privileged-roles"],
    assign("refresh-crm-token", "00482a5a-887f-4fb3-b363-3b7fe8e74483"),
  ],
  [
    "Key Vault Data Access Administrator",
    ["privileged-roles"],
    assign("refresh-erp-token", "8b54135c-b56d-4d72-a534-26097cfdc8d8"),
  ],
  ["a grant at the resource group", ["wide-scopes"], (s) => s.set(ofCrm, "scope", resourceGroup)],
  ["a grant at the subscription", ["wide-scopes"], (s) => s.set(ofErp, "scope", "/subscriptions/0")],
  [
    "a grant at a management group",
    ["wide-scopes"],
    (s) => s.set(ofRelay, "scope", "/providers/Microsoft.Management/managementGroups/all"),
  ],
  [
    "Owner at the resource group",
    ["privileged-roles", "wide-scopes"],
    assign("refresh-crm-token", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", resourceGroup),
  ],
  [
    "a wildcard for all of a secret",
    ["custom-roles", "destructive-permissions", "excess-permissions"],
    (s) => s.set("RoleDefinition secrets-getSecret", dataActions, [`${secretActions}*`]),
  ],
  [
    "a wildcard that notDataActions takes back",
    ["custom-roles", "destructive-permissions", "excess-permissions"],
    (s) =>
      s.set("RoleDefinition secrets-getSecret", "permissions/0", {
        actions: [],
        dataActions: [`${secretActions}*`],
        notDataActions: [`${secretActions}delete`],
      }),
  ],
  [
    "a wildcard among the management actions",
    ["custom-roles", "privileged-roles"],
    (s) => s.set("RoleDefinition secrets-getSecret", "permissions/0/actions", ["Microsoft.KeyVault/*"]),
  ],
  [
    "a role that may assign roles",
    ["custom-roles", "privileged-roles"],
    (s) =>
      s.set("RoleDefinition secrets-setSecret", "permissions/0/actions", [
        "Microsoft.Authorization/roleAssignments/write",
      ]),
  ],
  [
    "a role that is assignable in the subscription",
    ["custom-roles"],
    (s) => s.set("RoleDefinition secrets-setSecret", "assignableScopes", ["/subscriptions/0"]),
  ],
  [
    "a vault that does not say its model",
    ["authorization-model"],
    (s) => s.remove("Vault secrets", "properties/enableRbacAuthorization"),
  ],
  [
    "a vault that is changed to access policies",
    ["authorization-model", "missing-permissions"],
    (s) => s.set("Vault secrets", "properties/enableRbacAuthorization", false),
  ],
  [
    "an access policy on a vault of roles",
    ["authorization-model"],
    (s) =>
      s.add(
        "azure-native:keyvault:AccessPolicy",
        "p",
        { policy: { objectId: Symbol("unknown"), permissions: { secrets: ["get"] } } },
        { vaultName: ["Vault secrets"], policy: ["Workflow refresh-crm-token"] },
      ),
  ],
  [
    "an access policy inside a vault of roles",
    ["authorization-model"],
    (s) =>
      s.set("Vault secrets", "properties/accessPolicies", [
        { objectId: "9fb47ba4-5a5e-4af7-8dc9-f358d9d33be4", permissions: { secrets: ["get"] } },
      ]),
  ],
  [
    "another workflow's grant on another vault",
    [],
    (s) =>
      s.add("azure-native:authorization:RoleAssignment", "a", {
        principalId: "9fb47ba4-5a5e-4af7-8dc9-f358d9d33be4",
        roleDefinitionId: `${roles}${secretsUser}`,
        scope: otherVault,
      }),
  ],
  [
    "a role by another case of its action",
    [],
    (s) =>
      s.set("RoleDefinition secrets-getSecret", dataActions, ["microsoft.keyvault/vaults/SECRETS/getsecret/ACTION"]),
  ],
  [
    "a role of more than one permission",
    [],
    (s) =>
      s.set("RoleDefinition secrets-getSecret", "permissions", [
        { dataActions: [] },
        { dataActions: [`${secretActions}getSecret/action`] },
      ]),
  ],
  [
    "a role on something that is no vault",
    [],
    assign(
      "refresh-crm-token",
      "7f951dda-4ed3-4680-a7ca-43fe172d538d",
      `${resourceGroup}/providers/Microsoft.ContainerRegistry/registries/r`,
    ),
  ],
  [
    "a role that is assignable in the resource group",
    [],
    (s) => s.set("RoleDefinition secrets-setSecret", "assignableScopes", [resourceGroup]),
  ],
];

describe("The policy pack on grants by roles", () => {
  let stack: Stack = { resources: [] };
  before(async () => {
    stack = await baseStack("rbac");
  });
  testMutations(() => stack, byRole);
});
