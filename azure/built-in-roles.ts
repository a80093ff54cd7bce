/** One of Azure's own roles, as far as it concerns workloads that use a vault's secrets. */
export interface BuiltInRole {
  readonly name: string;
  /** On secrets; `*` stands for anything. */
  readonly dataActions: readonly string[];
  /** Whether it lets its holder change resources or give rights: no workload that only uses secrets needs that. */
  readonly isPrivileged: boolean;
}

const secrets = "Microsoft.KeyVault/vaults/secrets";

function using(name: string, ...dataActions: string[]): BuiltInRole {
  return { name, dataActions, isPrivileged: false };
}

function privileged(name: string, ...dataActions: string[]): BuiltInRole {
  return { name, dataActions, isPrivileged: true };
}

/**
 * By the GUID at the end of the role definition's id.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const builtInRoles: ReadonlyMap<string, BuiltInRole> = new Map([
  [
    "4633458b-17de-408a-b874-0445c86b69e6",
    using("Key Vault Secrets User", `${secrets}/getSecret/action`, `${secrets}/readMetadata/action`),
  ],
  ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7", using("Key Vault Secrets Officer", `${secrets}/*`)],
  [
    "21090545-7ca7-4776-b22c-e363652d74d2",
    using("Key Vault Reader", "Microsoft.KeyVault/vaults/*/read", `${secrets}/readMetadata/action`),
  ],
  ["00482a5a-887f-4fb3-b363-3b7fe8e74483", privileged("Key Vault Administrator", "Microsoft.KeyVault/vaults/*")],
  ["f25e0fa2-a7c8-4377-a976-54943a77a395", privileged("Key Vault Contributor")],
  ["8b54135c-b56d-4d72-a534-26097cfdc8d8", privileged("Key Vault Data Access Administrator")],
  ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", privileged("Owner")],
  ["b24988ac-6180-42a0-ab88-20f7382dd24c", privileged("Contributor")],
  ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", privileged("User Access Administrator")],
  ["f58310d9-a9f6-439a-9e8d-f62e7b41a168", privileged("Role Based Access Control Administrator")],
]);

/** The GUID by which a role is known, whatever scope its id begins with. */
export function roleGuid(roleDefinitionId: string): string {
  return roleDefinitionId.slice(roleDefinitionId.lastIndexOf("/") + 1).toLowerCase();
}
