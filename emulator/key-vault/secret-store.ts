import { randomBytes } from "node:crypto";
import type { Clock } from "../clock";
import { byDefault, exercise } from "../provenance";
import { behaviours } from "./behaviours";
import { KeyVaultError, secretNotFound } from "./errors";
import { retentionEnd, type VaultProperties } from "./vault-properties";

/** Properties of a version that a caller sets besides its value. Times are Unix seconds. */
export interface VersionProperties {
  readonly contentType?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly enabled?: boolean;
  readonly nbf?: number;
  readonly exp?: number;
}

/** A version as it is kept. */
export interface StoredVersion extends VersionProperties {
  readonly version: string;
  readonly value: string;
  readonly enabled: boolean;
  readonly created: Date;
  readonly updated: Date;
}

/** A secret; its versions are oldest first, and there is at least one. */
export interface StoredSecret {
  readonly name: string;
  readonly versions: readonly [StoredVersion, ...StoredVersion[]];
}

/** A secret that can be recovered. */
export interface DeletedSecret extends StoredSecret {
  readonly deletedDate: Date;
  readonly scheduledPurgeDate: Date;
}

/** The secrets of one vault. Names ignore case. */
export class SecretStore {
  readonly #live = new Map<string, StoredSecret>();
  readonly #deleted = new Map<string, DeletedSecret>();

  constructor(
    private readonly vault: () => VaultProperties,
    private readonly clock: Clock,
    private readonly values: Set<string>,
  ) {}

  all(): readonly StoredSecret[] {
    return [...this.#live.values()];
  }

  allDeleted(): readonly DeletedSecret[] {
    return [...this.#deleted.values()].filter((secret) => this.clock.now() < secret.scheduledPurgeDate);
  }

  /** @throws {KeyVaultError} 404 */
  find(name: string): StoredSecret {
    const secret = this.#live.get(name.toLowerCase());
    if (secret === undefined) throw secretNotFound(name);
    return secret;
  }

  /** @throws {KeyVaultError} 404 */
  findDeleted(name: string): DeletedSecret {
    const secret = this.allDeleted().find((deleted) => deleted.name.toLowerCase() === name.toLowerCase());
    if (secret === undefined) {
      throw new KeyVaultError(behaviours.deletedSecretNotFound, `Deleted Secret not found: ${name}`);
    }
    return secret;
  }

  /** Stores a new version. @throws {KeyVaultError} 409 while a deleted secret has the name */
  set(name: string, value: string, properties: VersionProperties): StoredSecret {
    this.#rejectDeletedName(name);
    const now = this.clock.now();
    const version = randomBytes(16).toString("hex");
    const enabled = properties.enabled ?? byDefault(behaviours.enabled);
    const stored = { ...properties, version, value, enabled, created: now, updated: now };
    const secret = this.#live.get(name.toLowerCase());
    return this.#put(
      secret === undefined ? { name, versions: [stored] } : { ...secret, versions: [...secret.versions, stored] },
    );
  }

  /** Updates the given properties of a version and keeps the others. @throws {KeyVaultError} 404 */
  update(name: string, version: string | undefined, changes: VersionProperties): StoredVersion {
    const secret = this.find(name);
    const updated = { ...versionOf(secret, version), ...changes, updated: this.clock.now() };
    const [first, ...rest] = secret.versions;
    const replaced = (old: StoredVersion): StoredVersion => (old.version === updated.version ? updated : old);
    this.#put({ ...secret, versions: [replaced(first), ...rest.map(replaced)] });
    return updated;
  }

  /** @throws {KeyVaultError} 404 */
  delete(name: string): DeletedSecret {
    const secret = this.find(name);
    exercise(behaviours.softDeleted);
    const deletedDate = this.clock.now();
    const scheduledPurgeDate = retentionEnd(this.vault(), deletedDate);
    const deleted = { ...secret, deletedDate, scheduledPurgeDate };
    this.#live.delete(name.toLowerCase());
    this.#deleted.set(name.toLowerCase(), deleted);
    return deleted;
  }

  /** @throws {KeyVaultError} 404 */
  recover(deletedName: string): StoredSecret {
    const { name, versions } = this.findDeleted(deletedName);
    this.#deleted.delete(name.toLowerCase());
    return this.#put({ name, versions });
  }

  /** @throws {KeyVaultError} 404; 403 where the vault has purge protection */
  purge(name: string): void {
    this.findDeleted(name);
    if (this.vault().enablePurgeProtection) {
      const message =
        'Operation "purge" is not allowed because purge protection is enabled for this vault. ' +
        "Key Vault service will automatically purge it after the retention period has passed.";
      throw new KeyVaultError(behaviours.purgeProtected, message);
    }
    this.#deleted.delete(name.toLowerCase());
  }

  /** Puts a backed-up secret there, version ids and all. @throws {KeyVaultError} 409 where the name is taken */
  restore(secret: StoredSecret): StoredSecret {
    this.#rejectDeletedName(secret.name);
    if (this.#live.has(secret.name.toLowerCase())) {
      const message = `Secret ${secret.name} already exists; delete and purge it first.`;
      throw new KeyVaultError(behaviours.secretExists, message);
    }
    return this.#put(secret);
  }

  #put(secret: StoredSecret): StoredSecret {
    this.#live.set(secret.name.toLowerCase(), secret);
    for (const { value } of secret.versions) this.values.add(value);
    return secret;
  }

  #rejectDeletedName(name: string): void {
    if (!this.allDeleted().some((deleted) => deleted.name.toLowerCase() === name.toLowerCase())) return;
    const message =
      `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused; ` +
      "in this state, the secret can only be recovered or purged.";
    throw new KeyVaultError(behaviours.deletedButRecoverable, message);
  }
}

/** A version of a secret. @param version the current one where there is none @throws {KeyVaultError} 404 */
export function versionOf({ name, versions }: StoredSecret, version?: string): StoredVersion {
  const found = version === undefined ? versions.at(-1) : versions.find((stored) => stored.version === version);
  if (found === undefined) throw secretNotFound(`${name}/${version ?? ""}`);
  return found;
}
