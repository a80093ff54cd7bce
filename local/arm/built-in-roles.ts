/** What a role allows. */
export interface RolePermission {
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

const secrets = "Microsoft.KeyVault/vaults/secrets";

function role(...dataActions: string[]): readonly RolePermission[] {
  return [{ dataActions, notDataActions: [] }];
}

/**
 * Azure's own roles that concern a vault's secrets, by name of the role definition; only their data actions.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security
 */
export const builtInRoles: ReadonlyMap<string, readonly RolePermission[]> = new Map([
  // Key Vault Secrets User
  ["4633458b-17de-408a-b874-0445c86b69e6", role(`${secrets}/getSecret/action`, `${secrets}/readMetadata/action`)],
  // Key Vault Secrets Officer
  ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7", role(`${secrets}/*`)],
  // Key Vault Administrator
  ["00482a5a-887f-4fb3-b363-3b7fe8e74483", role("Microsoft.KeyVault/vaults/*")],
  // Key Vault Reader
  ["21090545-7ca7-4776-b22c-e363652d74d2", role("Microsoft.KeyVault/vaults/*/read", `${secrets}/readMetadata/action`)],
  // Key Vault Data Access Administrator and Key Vault Contributor: no data action
  ["8b54135c-b56d-4d72-a534-26097cfdc8d8", role()],
  ["f25e0fa2-a7c8-4377-a976-54943a77a395", role()],
]);
