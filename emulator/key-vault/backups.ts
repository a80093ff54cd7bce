import { randomBytes } from "node:crypto";
import { behaviours } from "./behaviours";
import { KeyVaultError } from "./errors";
import type { StoredSecret } from "./secret-store";

/** More versions than this cannot be backed up. https://learn.microsoft.com/azure/key-vault/general/backup */
const mostVersions = 500;

/** Backups, kept here: callers hold a token that says nothing of what is in them. */
export class Backups {
  readonly #backups = new Map<string, StoredSecret>();

  /** @throws {KeyVaultError} 400 for too many versions; which code the service has for it is not documented */
  make(secret: StoredSecret): string {
    if (secret.versions.length > mostVersions) {
      const message = `Secret ${secret.name} has more than ${mostVersions} versions and cannot be backed up.`;
      throw new KeyVaultError(behaviours.tooManyVersions, message);
    }
    const backup = randomBytes(48).toString("base64url");
    this.#backups.set(backup, secret);
    return backup;
  }

  find(backup: string): StoredSecret | undefined {
    return this.#backups.get(backup);
  }
}
