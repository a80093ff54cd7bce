import type * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../azure";
import { existingVault, VaultAccess } from "../access";
import type { VaultAccessArgs } from "../access";

/** How a component reaches the vault. */
interface VaultArguments extends Pick<VaultAccessArgs, "authorizationModel" | "grantScope"> {
  readonly vaultId: pulumi.Input<string>;
  readonly cloud?: CloudName | undefined;
  readonly existingRoleIds?: Readonly<Record<string, string | undefined>>;
}

/**
 * Grants access to the vault for one component alone: its roles are its own, and its access policies wait for what the
 * component depends on.
 */
export function vaultAccess(
  name: string,
  { vaultId, cloud, authorizationModel, grantScope, existingRoleIds = {} }: VaultArguments,
  parent: pulumi.Resource,
  { dependsOn = [] }: pulumi.ComponentResourceOptions,
): VaultAccess {
  const roleIds = Object.entries(existingRoleIds).flatMap(([key, id]) =>
    id === undefined ? [] : [[key, id] as const],
  );
  return new VaultAccess(
    `${name}-access`,
    {
      vault: existingVault(vaultId, cloud),
      authorizationModel,
      grantScope,
      existingRoleIds: Object.fromEntries(roleIds),
      rolePrefix: name,
      after: Array.isArray(dependsOn) ? dependsOn : [],
    },
    { parent },
  );
}
