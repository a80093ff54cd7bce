import { versionOf, type DeletedSecret, type StoredSecret, type StoredVersion } from "./secret-store";
import type { Vault } from "./vault";

/** A version as Get and Set Secret answer it; the others leave the value out. */
export function secretBundle(
  vault: Vault,
  { name }: StoredSecret,
  version: StoredVersion,
  showsValue: boolean,
): object {
  const { value } = version;
  return { ...(showsValue ? { value } : {}), ...versionItem(vault, name, version) };
}

/** A version in a list. */
export function versionItem(vault: Vault, name: string, version: StoredVersion): object {
  return { id: versionId(vault, name, version.version), ...properties(vault, version) };
}

/** A secret in a list: what its current version says. */
export function secretItem(vault: Vault, secret: StoredSecret): object {
  return { id: secretId(vault, secret.name), ...properties(vault, versionOf(secret)) };
}

/** A deleted secret as Delete and Get Deleted Secret answer it. */
export function deletedSecretBundle(vault: Vault, secret: DeletedSecret): object {
  const current = versionOf(secret);
  return { ...recovery(vault, secret), ...secretBundle(vault, secret, current, false) };
}

/** A deleted secret in a list. */
export function deletedSecretItem(vault: Vault, secret: DeletedSecret): object {
  return { ...recovery(vault, secret), ...secretItem(vault, secret) };
}

/** The id of a version, its URL. */
export function versionId(vault: Vault, name: string, version: string): string {
  return `${secretId(vault, name)}/${version}`;
}

function secretId({ host }: Vault, name: string): string {
  return `https://${host}/secrets/${name}`;
}

function recovery({ host }: Vault, { name, deletedDate, scheduledPurgeDate }: DeletedSecret): object {
  return {
    recoveryId: `https://${host}/deletedsecrets/${name}`,
    deletedDate: unixTime(deletedDate),
    scheduledPurgeDate: unixTime(scheduledPurgeDate),
  };
}

function properties({ properties: vault }: Vault, version: StoredVersion): object {
  const { contentType, tags, enabled, nbf, exp, created, updated } = version;
  const { softDeleteRetentionInDays: recoverableDays, enablePurgeProtection } = vault;
  // A word of its own for retention that is not the default of 90 days.
  const recoverable = recoverableDays < 90 ? "CustomizedRecoverable" : "Recoverable";
  return {
    ...(contentType === undefined ? {} : { contentType }),
    attributes: {
      enabled,
      ...(nbf === undefined ? {} : { nbf }),
      ...(exp === undefined ? {} : { exp }),
      created: unixTime(created),
      updated: unixTime(updated),
      recoveryLevel: enablePurgeProtection ? recoverable : `${recoverable}+Purgeable`,
      recoverableDays,
    },
    ...(tags === undefined ? {} : { tags }),
  };
}

function unixTime(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
