import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import type { ArmOperation } from "../arm-operation";
import { follow } from "../../provenance";
import { ArmError } from "../errors";
import type { ResourceStore, StoredResource } from "../resource-store";
import { behaviours } from "./behaviours";
import { behaviours as general } from "../behaviours";

/** Time for which Azure holds a vault during a write of its access policies. */
const writeMilliseconds = 10;

/**
 * Adds, replaces or removes entries of a vault's access policies; the object ID identifies an entry.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/update-access-policy
 */
export const writeAccessPolicies: ArmOperation = {
  method: "PUT",
  path: /^(.+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+)\/accessPolicies\/([^/]+)$/i,
  type: "Microsoft.KeyVault/vaults",
  respond: async ({ match: [id, vaultId = "", operation = ""], body }, { store, readings }) => {
    const vault = store.get(vaultId);
    if (vault === undefined) {
      throw new ArmError(general.resourceNotFound, `The vault '${vaultId}' was not found.`);
    }
    const change = changes[operation];
    if (change === undefined) {
      const message = `'${operation}' is not an operation on access policies. Expected ${Object.keys(changes).join(", ")}.`;
      throw new ArmError(behaviours.unknownOperation, message);
    }
    const entries = asList(asObject(body.properties).accessPolicies).map(asObject);
    for (const entry of entries) rejectMalformed(entry);
    const write = async (): Promise<readonly JsonObject[]> => {
      await new Promise((resolve) => setTimeout(resolve, writeMilliseconds));
      const current = store.get(vaultId) ?? vault;
      return putEntries(store, current, change(entriesOf(current), entries));
    };
    const accessPolicies =
      follow(readings, "accessPolicyWrites") === "inTurn"
        ? await store.holdInTurn(vaultId, write)
        : await store.hold(vaultId, write);
    return { record: general.updated, body: { id, properties: { accessPolicies } } };
  },
};

/** Lists the access policies of a vault. */
export function entriesOf(vault: StoredResource): readonly JsonObject[] {
  return asList(asObject(vault.answer.properties).accessPolicies).map(asObject);
}

/** Removes one entry from a vault's access policies, at once. */
export function removeEntry(store: ResourceStore, vault: StoredResource, objectId: string): void {
  putEntries(store, vault, remove(entriesOf(vault), [{ objectId }]));
}

function putEntries(
  store: ResourceStore,
  vault: StoredResource,
  accessPolicies: readonly JsonObject[],
): readonly JsonObject[] {
  if (accessPolicies.length > 1024) {
    throw new ArmError(behaviours.tooMany, "A vault takes 1024 access policies at most.");
  }
  const properties = { ...asObject(vault.answer.properties), accessPolicies };
  store.put({ ...vault, answer: { ...vault.answer, properties } });
  return accessPolicies;
}

type Change = (before: readonly JsonObject[], entries: readonly JsonObject[]) => readonly JsonObject[];

const objectIdOf = (entry: JsonObject): string => asString(entry.objectId).toLowerCase();

const remove: Change = (before, entries) => {
  const gone = new Set(entries.map(objectIdOf));
  return before.filter((entry) => !gone.has(objectIdOf(entry)));
};

const replace: Change = (before, entries) => [...remove(before, entries), ...entries];

const add: Change = (before, entries) =>
  entries.reduce<readonly JsonObject[]>((result, entry) => {
    const held = result.find((other) => objectIdOf(other) === objectIdOf(entry));
    return replace(result, [held === undefined ? entry : { ...entry, permissions: union(held, entry) }]);
  }, before);

const changes: Readonly<Record<string, Change>> = { add, replace, remove };

function union(a: JsonObject, b: JsonObject): JsonObject {
  const [before, more] = [asObject(a.permissions), asObject(b.permissions)];
  const kinds = new Set([...Object.keys(before), ...Object.keys(more)]);
  return Object.fromEntries(
    [...kinds].map((kind) => [kind, [...new Set([...asList(before[kind]), ...asList(more[kind])])]]),
  );
}

function rejectMalformed(entry: JsonObject): void {
  const missing = ["objectId", "tenantId", "permissions"].filter((property) => entry[property] === undefined);
  if (missing.length === 0) return;
  throw new ArmError(behaviours.malformedEntry, `An access policy lacks ${missing.join(", ")}.`);
}
