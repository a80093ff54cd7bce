import type { JsonObject } from "../../definition/json";

/** A resource as it lies in Azure. */
export interface StoredResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Of the request that wrote it. */
  readonly apiVersion: string;
  /** The body as it was put. */
  readonly body: JsonObject;
  /** What a GET answers. */
  readonly answer: JsonObject;
}

/** A vault that was deleted, and when. */
export interface DeletedVault {
  readonly vault: StoredResource;
  readonly deletionDate: Date;
}

/** Every resource, by id; ids ignore case. */
export class ResourceStore {
  readonly #resources = new Map<string, StoredResource>();
  /** By name, lower case; Key Vault knows which of them are left. */
  readonly deletedVaults = new Map<string, DeletedVault>();

  get(id: string): StoredResource | undefined {
    return this.#resources.get(id.toLowerCase());
  }

  put(resource: StoredResource): void {
    this.#resources.set(resource.id.toLowerCase(), resource);
  }

  delete(id: string): void {
    this.#resources.delete(id.toLowerCase());
  }

  /** In the order of their creation; of one type where one is given. */
  all(type?: string): readonly StoredResource[] {
    const all = [...this.#resources.values()];
    return type === undefined ? all : all.filter((resource) => resource.type.toLowerCase() === type.toLowerCase());
  }
}
