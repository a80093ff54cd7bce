import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import { ArmError } from "../errors";
import type { ResourceStore, StoredResource } from "../resource-store";

/** How long Azure holds a vault during a write of its access policies; another write meanwhile is a conflict. */
const writeMilliseconds = 10;

/** Writes of vaults' access policies: `PUT {vault}/accessPolicies/add|replace|remove`. */
export class AccessPolicies {
  readonly #writing = new Set<string>();

  constructor(readonly store: ResourceStore) {}

  /** Whether a write of the vault's access policies is under way. @throws {ArmError} ConflictError */
  rejectWhileWriting(vaultId: string): void {
    if (!this.#writing.has(vaultId.toLowerCase())) return;
    const message = `A conflict occurred that prevented the operation on '${vaultId}' from completing. Another one is in progress.`;
    throw new ArmError(409, "ConflictError", message);
  }

  /**
   * Adds, replaces or removes entries; an entry is known by its object id.
   *
   * @returns the entries that the vault has then
   * @throws {ArmError} when there is no such vault, the entries are malformed, or another write is under way
   */
  async write(vaultId: string, operation: string, body: JsonObject): Promise<readonly unknown[]> {
    const vault = this.store.get(vaultId);
    if (vault === undefined) {
      throw new ArmError(404, "ResourceNotFound", `The vault '${vaultId}' was not found.`);
    }
    const change = operations[operation];
    if (change === undefined)
      throw new ArmError(400, "BadRequest", `There is no access policy operation '${operation}'.`);
    const entries = asList(asObject(body.properties).accessPolicies).map(asObject);
    for (const entry of entries) rejectMalformed(entry);
    this.rejectWhileWriting(vaultId);
    const key = vaultId.toLowerCase();
    this.#writing.add(key);
    try {
      await new Promise((resolve) => setTimeout(resolve, writeMilliseconds));
      return this.#put(this.store.get(vaultId) ?? vault, entries, change);
    } finally {
      this.#writing.delete(key);
    }
  }

  /** Removes an entry at once. */
  removeNow(vault: StoredResource, objectId: string): void {
    this.#put(vault, [{ objectId }], remove);
  }

  #put(vault: StoredResource, entries: readonly JsonObject[], change: Change): readonly unknown[] {
    const properties = asObject(vault.answer.properties);
    const accessPolicies = change(asList(properties.accessPolicies).map(asObject), entries);
    if (accessPolicies.length > 1024) {
      throw new ArmError(400, "BadRequest", "A vault takes 1024 access policies at most.");
    }
    this.store.put({ ...vault, answer: { ...vault.answer, properties: { ...properties, accessPolicies } } });
    return accessPolicies;
  }
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

const operations: Readonly<Record<string, Change>> = { add, replace, remove };

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
  throw new ArmError(400, "BadRequest", `An access policy lacks ${missing.join(", ")}.`);
}
