import { asObject } from "../../../definition/json";
import { ArmError } from "../errors";
import { isSameLocation } from "../location";
import type { ArmServices } from "../resource-provider";
import type { DeletedVault } from "../resource-store";
import type { View } from "../view";

const type = "Microsoft.KeyVault/vaults";
const path = /^\/subscriptions\/[^/]+\/providers\/Microsoft\.KeyVault\/locations\/([^/]+)\/deletedVaults\/([^/]+)$/i;

/** A deleted vault. https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get-deleted */
export const deletedVaultView: View = {
  path,
  type,
  parameters: [],
  show: ([id, location = "", name = ""], _, services) => {
    const { vault, deletionDate } = find(services, location, name);
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
export function purgeVault(services: ArmServices, { location, name }: { location: string; name: string }): void {
  const { vault } = find(services, location, name);
  if (asObject(vault.answer.properties).enablePurgeProtection === true) {
    const message = `Operation "purge" is not allowed because purge protection is enabled for this vault: '${name}'.`;
    throw new ArmError(403, "Forbidden", message);
  }
  services.keyVault.purgeVault(name);
  services.store.deletedVaults.delete(name.toLowerCase());
}

/** @throws {ArmError} where no vault of that name, deleted in that location, is left */
function find({ store, keyVault }: ArmServices, location: string, name: string): DeletedVault {
  const found = store.deletedVaults.get(name.toLowerCase());
  const isHere = found !== undefined && isSameLocation(found.vault.answer.location, location);
  if (isHere && keyVault.isNameTaken(name) === "deleted") return found;
  const message = `The specified deleted vault '${name}' does not exist in '${location}'.`;
  throw new ArmError(404, "DeletedVaultNotFound", message);
}
