import { describe } from "mocha";
import type { Stack } from "../../../policy/model";
import { unknown } from "../../../policy/model";
import { assignment, customRole, customRoleId, testStacks, vault, vaultId, workflow } from "./stack-builder";
import type { StackCase } from "./stack-builder";

/** The reading workflow in a vault that decides by roles, with one custom role at the secret. */
function byRole(...permissions: object[]): Stack {
  const definition = customRole({});
  return {
    resources: [
      vault("rbac"),
      workflow({}),
      { ...definition, properties: { ...definition.properties, permissions } },
      assignment(customRoleId, `${vaultId}/secrets/access-token`),
    ],
  };
}
const onSecrets = (...operations: string[]): string[] =>
  operations.map((operation) => `Microsoft.KeyVault/vaults/secrets/${operation}/action`);
const deletion = "Microsoft.KeyVault/vaults/secrets/delete";
const allButGet = [
  deletion,
  ...onSecrets("setSecret", "purge", "update", "recover", "backup", "restore", "readMetadata"),
];

const takenAway: readonly StackCase[] = [
  [
    "a role that takes away what it permits",
    ["missing-permissions"],
    byRole({ dataActions: onSecrets("getSecret"), notDataActions: onSecrets("getSecret") }),
  ],
  [
    "a role that takes away what it permits by a wildcard, in other letters",
    ["missing-permissions"],
    byRole({ dataActions: onSecrets("getSecret"), notDataActions: ["microsoft.keyvault/VAULTS/*"] }),
  ],
  [
    "a role that takes away what another of its entries permits",
    [],
    byRole(
      { dataActions: onSecrets("getSecret") },
      { dataActions: onSecrets("setSecret"), notDataActions: onSecrets("getSecret", "setSecret") },
    ),
  ],
  [
    "a wildcard less all that is not needed: only the wildcard is wrong",
    ["custom-roles"],
    byRole({ dataActions: ["Microsoft.KeyVault/vaults/secrets/*"], notDataActions: allButGet }),
  ],
  [
    "the same wildcard without taking away deletion",
    ["custom-roles", "destructive-permissions", "excess-permissions"],
    byRole({
      dataActions: ["Microsoft.KeyVault/vaults/secrets/*"],
      notDataActions: allButGet.filter((action) => action !== deletion),
    }),
  ],
  [
    "every data action but those on secrets that are not needed is not every one",
    ["custom-roles", "privileged-roles"],
    byRole({ dataActions: ["Microsoft.KeyVault/vaults/*"], notDataActions: allButGet }),
  ],
  [
    "every data action less all on vaults, but for reading",
    ["custom-roles"],
    byRole(
      { dataActions: ["Microsoft.KeyVault/vaults/*"], notDataActions: ["Microsoft.KeyVault/vaults/*"] },
      { dataActions: onSecrets("getSecret") },
    ),
  ],
  [
    "what a role takes away is known only after deployment",
    [],
    byRole({ dataActions: onSecrets("getSecret", "setSecret"), notDataActions: [unknown] }),
  ],
];

const secretsUser =
  "/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6";
const builtIn = (scope: string): Stack => ({
  resources: [vault("rbac"), workflow({}), assignment(secretsUser, scope)],
});

const smallest: readonly StackCase[] = [
  ["Key Vault Secrets User at the one secret that is read", [], builtIn(`${vaultId}/secrets/access-token`)],
  ["Key Vault Secrets User at the vault", ["excess-permissions"], builtIn(vaultId)],
  [
    "a custom role at the one secret that lists it too",
    ["excess-permissions"],
    byRole({ dataActions: onSecrets("getSecret", "readMetadata") }),
  ],
];

describe("The smallest built-in role for a get", () => {
  testStacks(smallest);
});

describe("Data actions that a role takes away", () => {
  testStacks(takenAway);
});
