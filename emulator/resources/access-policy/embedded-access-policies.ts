import { asString, type JsonObject } from "../../../definition/json";
import type { EmbeddedResources } from "../emulated-type";
import type { ResourceStore, StoredResource } from "../resource-store";
import { entriesOf, removeEntry } from "./arm";

/** Access policies with the IDs that azure-native gives them, `{vault}/accessPolicy/{object ID}`. */
export const embeddedAccessPolicies: EmbeddedResources = {
  list: (store) =>
    placedEntries(store).map(({ id, vault, entry }) => ({
      id,
      type: "Microsoft.KeyVault/vaults/accessPolicies",
      name: asString(entry.objectId),
      apiVersion: vault.apiVersion,
      body: { properties: { accessPolicies: [entry] } },
    })),
  writePath: (id) => {
    const [, vaultId] = /^(.+)\/accessPolicy\/[^/]+$/.exec(id) ?? [];
    return vaultId === undefined ? undefined : `${vaultId}/accessPolicies/replace`;
  },
  remove: (store, id) => {
    const found = placedEntries(store).find((placed) => placed.id.toLowerCase() === id.toLowerCase());
    if (found !== undefined) removeEntry(store, found.vault, asString(found.entry.objectId));
    return found !== undefined;
  },
};

interface PlacedEntry {
  readonly id: string;
  readonly vault: StoredResource;
  readonly entry: JsonObject;
}

function placedEntries(store: ResourceStore): readonly PlacedEntry[] {
  return store
    .all("Microsoft.KeyVault/vaults")
    .flatMap((vault) =>
      entriesOf(vault).map((entry) => ({ id: `${vault.id}/accessPolicy/${asString(entry.objectId)}`, vault, entry })),
    );
}
