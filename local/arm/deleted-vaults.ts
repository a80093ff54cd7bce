import { asObject } from "../json-object";
import { ArmError } from "./arm-error";
import { isSameLocation } from "./location";
import type { Surroundings } from "./resource-provider";
import type { StoredResource } from "./resource-store";
import type { View } from "./views";

/** A vault that was deleted, and when. */
export interface DeletedVault {
  readonly vault: StoredResource;
  readonly deletionDate: Date;
}

const type = "Microsoft.KeyVault/vaults";
const path = /^\/subscriptions\/[^/]+\/providers\/Microsoft\.KeyVault\/locations\/([^/]+)\/deletedVaults\/([^/]+)$/i;

/** A deleted vault. https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get-deleted */
export const deletedVaultView: View = {
  path,
  type,
  parameters: [],
  show: ([id, location = "", name = ""], _, surroundings) => {
    const { vault, deletionDate } = find(surroundings, location, name);
    const properties = asObject(vault.answer.properties);
    const days = Number(properties.softDeleteRetentionInDays);
    return {
      id,
      name: vault.name,
      type: "Microsoft.KeyVault/deletedVaults",
      properties: {
        vaultId: vault.id,
        location: vault.answer.location,
        tags: vault.answer.tags ?? {},
        deletionDate: deletionDate.toISOString(),
        scheduledPurgeDate: new Date(deletionDate.getTime() + days * 24 * 3600_000).toISOString(),
        ...(properties.enablePurgeProtection === true ? { purgeProtectionEnabled: true } : {}),
      },
    };
  },
};

/** Reads the path of `POST …/deletedVaults/{name}/purge`; undefined for any other. */
export function parsePurge(
  requestPath: string,
): { readonly location: string; readonly name: string; readonly subscriptionId: string } | undefined {
  const [, location, name] = path.exec(requestPath.replace(/\/purge$/i, "")) ?? [];
  if (location === undefined || name === undefined || !/\/purge$/i.test(requestPath)) return undefined;
  return { location, name, subscriptionId: requestPath.split("/")[2] ?? "" };
}

/**
 * Ends a deleted vault. https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/purge-deleted
 *
 * @throws {ArmError} where there is none, or it has purge protection
 */
export function purgeVault(surroundings: Surroundings, { location, name }: { location: string; name: string }): void {
  const { vault } = find(surroundings, location, name);
  if (asObject(vault.answer.properties).enablePurgeProtection === true) {
    const message = `Operation "purge" is not allowed because purge protection is enabled for this vault: '${name}'.`;
    throw new ArmError(403, "Forbidden", message);
  }
  surroundings.keyVault.purgeVault(name);
  surroundings.store.deletedVaults.delete(name.toLowerCase());
}

/** @throws {ArmError} where no vault of that name, deleted in that location, is left */
function find({ store, keyVault }: Surroundings, location: string, name: string): DeletedVault {
  const found = store.deletedVaults.get(name.toLowerCase());
  const isHere = found !== undefined && isSameLocation(found.vault.answer.location, location);
  if (isHere && keyVault.isNameTaken(name) === "deleted") return found;
  const message = `The specified deleted vault '${name}' does not exist in '${location}'.`;
  throw new ArmError(404, "DeletedVaultNotFound", message);
}
