import type { PrincipalKey } from "./principals";
import type { ModelVault, VaultKey } from "./vaults";

type Principled = { readonly principal: PrincipalKey };

const byPrincipal = new WeakMap<readonly Principled[], ReadonlyMap<PrincipalKey, readonly Principled[]>>();

/** Selects a principal's entries from a model's grants or needs. Each list is indexed once. */
export function forPrincipal<Item extends Principled>(list: readonly Item[], principal: PrincipalKey): readonly Item[] {
  let groups = byPrincipal.get(list) as ReadonlyMap<PrincipalKey, readonly Item[]> | undefined;
  if (groups === undefined) {
    groups = grouped(list);
    byPrincipal.set(list, groups);
  }
  return groups.get(principal) ?? [];
}

function grouped<Item extends Principled>(list: readonly Item[]): ReadonlyMap<PrincipalKey, readonly Item[]> {
  const groups = new Map<PrincipalKey, Item[]>();
  for (const item of list) {
    const group = groups.get(item.principal);
    if (group === undefined) groups.set(item.principal, [item]);
    else group.push(item);
  }
  return groups;
}

const byKey = new WeakMap<readonly ModelVault[], ReadonlyMap<VaultKey, ModelVault>>();

/** The vault of a model that a key means; undefined where it is none of the stack's. */
export function findVault(vaults: readonly ModelVault[], key: VaultKey): ModelVault | undefined {
  let keys = byKey.get(vaults);
  if (keys === undefined) {
    keys = new Map(vaults.map((vault) => [`urn:${vault.urn}` as const, vault]));
    byKey.set(vaults, keys);
  }
  return keys.get(key);
}
