import type { JsonObject } from "../../definition/json";
import { behaviours } from "./behaviours";
import { ArmError } from "./errors";

/** A stored resource. */
export interface StoredResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** API version of the last PUT. */
  readonly apiVersion: string;
  /** Body of the last PUT. */
  readonly body: JsonObject;
  /** Body of a GET. */
  readonly answer: JsonObject;
}

/** A deleted vault, and the time of its deletion. */
export interface DeletedVault {
  readonly vault: StoredResource;
  readonly deletionDate: Date;
}

/** Every resource, by id; ids ignore case. */
export class ResourceStore {
  readonly #resources = new Map<string, StoredResource>();
  /** IDs, in lower case, of resources that a write holds; another write meanwhile is a conflict. */
  readonly #held = new Set<string>();
  /** The last write of a resource that takes its turn, by ID in lower case. */
  readonly #turns = new Map<string, Promise<unknown>>();
  /** IDs, in lower case, of workflows whose callback URL was requested. */
  readonly requestedCallbackUrls = new Set<string>();
  /** By name, lower case; Key Vault decides which of them can still be recovered. */
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

  /**
   * Holds a resource during a write that takes time.
   *
   * @throws {ArmError} ConflictError while another write holds it
   */
  async hold<T>(id: string, write: () => Promise<T>): Promise<T> {
    this.rejectHeld(id);
    this.#held.add(id.toLowerCase());
    try {
      return await write();
    } finally {
      this.#held.delete(id.toLowerCase());
    }
  }

  /** Holds a resource during a write that takes time, after every other such write of it so far. */
  async holdInTurn<T>(id: string, write: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(id.toLowerCase()) ?? Promise.resolve();
    const turn = before.then(() => this.hold(id, write));
    this.#turns.set(
      id.toLowerCase(),
      turn.catch(() => undefined),
    );
    return turn;
  }

  /** Rejects a write of a resource that another write holds. @throws {ArmError} ConflictError */
  rejectHeld(id: string): void {
    if (!this.#held.has(id.toLowerCase())) return;
    const message = `A conflict occurred that prevented the operation on '${id}' from completing. Another one is in progress.`;
    throw new ArmError(behaviours.writeInProgress, message);
  }

  /** In the order of their creation; of one type where one is given. */
  all(type?: string): readonly StoredResource[] {
    const all = [...this.#resources.values()];
    return type === undefined ? all : all.filter((resource) => resource.type.toLowerCase() === type.toLowerCase());
  }
}
