import { asObject } from "../../../definition/json";
import { ArmError } from "../errors";
import { isSameLocation } from "../location";
import { accepted } from "../operation-results";
import type { ArmServices } from "../resource-provider";
import type { DeletedVault } from "../resource-store";
import type { ArmOperation, View } from "../arm-operation";
import { behaviours } from "./behaviours";
import { behaviours as general } from "../behaviours";

const type = "Microsoft.KeyVault/vaults";

/** A deleted vault. https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get-deleted */
export const deletedVaultView: View = {
  path: /^\/subscriptions\/[^/]+\/providers\/Microsoft\.KeyVault\/locations\/([^/]+)\/deletedVaults\/([^/]+)$/i,
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

/**
 * Purges a deleted vault; refuses where it has purge protection.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/purge-deleted
 */
export const purgeVault: ArmOperation = {
  method: "POST",
  path: /^(\/subscriptions\/[^/]+\/providers\/Microsoft\.KeyVault\/locations\/([^/]+))\/deletedVaults\/([^/]+)\/purge$/i,
  type,
  respond: ({ match: [, parent = "", location = "", name = ""], apiVersion }, services) => {
    const { vault } = find(services, location, name);
    if (asObject(vault.answer.properties).enablePurgeProtection === true) {
      const message = `Operation "purge" is not allowed because purge protection is enabled for this vault: '${name}'.`;
      throw new ArmError(behaviours.purgeProtected, message);
    }
    services.keyVault.purgeVault(name);
    services.store.deletedVaults.delete(name.toLowerCase());
    return { record: general.accepted, headers: accepted(services.cloud, `${parent}/operationResults`, apiVersion) };
  },
};

/** Results of purged vaults. */
export const purgeResults: View = {
  path: /^\/subscriptions\/[^/]+\/providers\/Microsoft\.KeyVault\/locations\/[^/]+\/operationResults\/[0-9a-f-]{36}$/i,
  type,
  parameters: [],
  show: () => ({}),
};

/** @throws {ArmError} where no vault of that name, deleted in that location, is left */
function find({ store, keyVault }: ArmServices, location: string, name: string): DeletedVault {
  const found = store.deletedVaults.get(name.toLowerCase());
  const isHere = found !== undefined && isSameLocation(found.vault.answer.location, location);
  if (isHere && keyVault.isNameTaken(name) === "deleted") return found;
  const message = `The specified deleted vault '${name}' does not exist in '${location}'.`;
  throw new ArmError(behaviours.deletedVaultNotFound, message);
}
