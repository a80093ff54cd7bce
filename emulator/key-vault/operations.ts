import type { SecretOperationName } from "../../azure";
import { answerFrom, type ReceivedRequest, type ServiceAnswer } from "../network";
import { exercise, type Readings } from "../provenance";
import type { Backups } from "./backups";
import { behaviours } from "./behaviours";
import { KeyVaultError } from "./errors";
import { page } from "./page";
import { readRestoreParameters, readSetParameters, readUpdateParameters } from "./read-parameters";
import { deletedSecretBundle, deletedSecretItem, secretBundle, secretItem, versionItem } from "./secret-bundle";
import { versionOf } from "./secret-store";
import type { Vault } from "./vault";

/** A request that its caller may make, and what it works on. */
interface OperationRequest {
  readonly vault: Vault;
  readonly backups: Backups;
  readonly readings: Readings;
  readonly request: ReceivedRequest;
  readonly url: URL;
  /** Empty for operations on the vault. */
  readonly name: string;
  /** undefined stands for the current one */
  readonly version: string | undefined;
}

type Operation = (request: OperationRequest) => ServiceAnswer;

const byName = ({ name }: { readonly name: string }): string => name.toLowerCase();

/** Implementations of every operation in azure/secret-operations.ts; one that is missing does not compile. */
export const operations: Readonly<Record<SecretOperationName, Operation>> = {
  SetSecret: ({ vault, readings, request, name }) => {
    const { value, properties } = readSetParameters(contentType(request), request.body, readings);
    const secret = vault.secrets.set(name, value, properties);
    return answerFrom(behaviours.answered, secretBundle(vault, secret, versionOf(secret), true));
  },
  UpdateSecret: ({ vault, readings, request, name, version }) => {
    const changes = readUpdateParameters(contentType(request), request.body, readings);
    const updated = vault.secrets.update(name, version, changes);
    return answerFrom(behaviours.answered, secretBundle(vault, vault.secrets.find(name), updated, false));
  },
  GetSecret: ({ vault, name, version }) => {
    const secret = vault.secrets.find(name);
    const found = versionOf(secret, version);
    if (!found.enabled) {
      const message = "Operation get is not allowed on a disabled secret.";
      throw new KeyVaultError(behaviours.secretDisabled, message);
    }
    return answerFrom(behaviours.answered, secretBundle(vault, secret, found, true));
  },
  GetSecrets: ({ vault, url }) => page(url, vault.secrets.all(), byName, (secret) => secretItem(vault, secret)),
  GetSecretVersions: ({ vault, url, name }) => {
    const secret = vault.secrets.all().find((candidate) => byName(candidate) === name.toLowerCase());
    if (secret === undefined) exercise(behaviours.unknownNameHasNoVersions);
    return page(
      url,
      secret?.versions ?? [],
      ({ version }) => version,
      (version) => versionItem(vault, secret?.name ?? name, version),
    );
  },
  DeleteSecret: ({ vault, name }) =>
    answerFrom(behaviours.answered, deletedSecretBundle(vault, vault.secrets.delete(name))),
  GetDeletedSecrets: ({ vault, url }) =>
    page(url, vault.secrets.allDeleted(), byName, (secret) => deletedSecretItem(vault, secret)),
  GetDeletedSecret: ({ vault, name }) =>
    answerFrom(behaviours.answered, deletedSecretBundle(vault, vault.secrets.findDeleted(name))),
  PurgeDeletedSecret: ({ vault, name }) => {
    vault.secrets.purge(name);
    return answerFrom(behaviours.purged);
  },
  RecoverDeletedSecret: ({ vault, name }) => {
    const secret = vault.secrets.recover(name);
    return answerFrom(behaviours.answered, secretBundle(vault, secret, versionOf(secret), false));
  },
  BackupSecret: ({ vault, backups, name }) =>
    answerFrom(behaviours.answered, { value: backups.make(vault.secrets.find(name)) }),
  RestoreSecret: ({ vault, backups, request }) => {
    const backup = backups.find(readRestoreParameters(contentType(request), request.body));
    if (backup === undefined) {
      throw new KeyVaultError(behaviours.notABackup, "Property value is not a backup that was made here.");
    }
    const secret = vault.secrets.restore(backup);
    return answerFrom(behaviours.answered, secretBundle(vault, secret, versionOf(secret), false));
  },
};

function contentType({ headers }: ReceivedRequest): string {
  return headers["content-type"] ?? "";
}
