/** A secret permission of a Key Vault access policy. */
export type SecretPermission = "get" | "list" | "set" | "delete" | "backup" | "restore" | "recover" | "purge";

/** An operation on secrets, and the permission that a caller needs for it. */
export interface SecretOperation {
  /** The operation's id in Key Vault's own OpenAPI document. */
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** Path below the vault; `{secret-name}` and `{secret-version}` each stand for one segment. */
  readonly path: string;
  /** Path of the same operation on one version of a secret. @default the operation has one path */
  readonly versionPath?: string;
  /** Permission under access policies. */
  readonly permission: SecretPermission;
  /** Data action under Azure RBAC, in full: `Microsoft.KeyVault/vaults/secrets/setSecret/action`. */
  readonly dataAction: string;
}

const prefix = "Microsoft.KeyVault/vaults/secrets/";

/**
 * Every operation of Key Vault's secrets data plane, by the name that Key Vault's OpenAPI document gives it.
 *
 * The permissions are those that each operation's description names in that document; the data actions are those of
 * Microsoft.KeyVault's resource provider operations.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault
 */
export const secretOperations = {
  SetSecret: {
    name: "SetSecret",
    method: "PUT",
    path: "/secrets/{secret-name}",
    permission: "set",
    dataAction: `${prefix}setSecret/action`,
  },
  DeleteSecret: {
    name: "DeleteSecret",
    method: "DELETE",
    path: "/secrets/{secret-name}",
    permission: "delete",
    dataAction: `${prefix}delete`,
  },
  UpdateSecret: {
    name: "UpdateSecret",
    method: "PATCH",
    path: "/secrets/{secret-name}/{secret-version}",
    permission: "set",
    dataAction: `${prefix}update/action`,
  },
  GetSecret: {
    name: "GetSecret",
    method: "GET",
    // The document declares only the path of a version; the service also answers this one, with the current version.
    path: "/secrets/{secret-name}",
    versionPath: "/secrets/{secret-name}/{secret-version}",
    permission: "get",
    dataAction: `${prefix}getSecret/action`,
  },
  GetSecrets: {
    name: "GetSecrets",
    method: "GET",
    path: "/secrets",
    permission: "list",
    dataAction: `${prefix}readMetadata/action`,
  },
  GetSecretVersions: {
    name: "GetSecretVersions",
    method: "GET",
    path: "/secrets/{secret-name}/versions",
    permission: "list",
    dataAction: `${prefix}readMetadata/action`,
  },
  GetDeletedSecrets: {
    name: "GetDeletedSecrets",
    method: "GET",
    path: "/deletedsecrets",
    permission: "list",
    dataAction: `${prefix}readMetadata/action`,
  },
  GetDeletedSecret: {
    name: "GetDeletedSecret",
    method: "GET",
    path: "/deletedsecrets/{secret-name}",
    permission: "get",
    dataAction: `${prefix}readMetadata/action`,
  },
  PurgeDeletedSecret: {
    name: "PurgeDeletedSecret",
    method: "DELETE",
    path: "/deletedsecrets/{secret-name}",
    permission: "purge",
    dataAction: `${prefix}purge/action`,
  },
  RecoverDeletedSecret: {
    name: "RecoverDeletedSecret",
    method: "POST",
    path: "/deletedsecrets/{secret-name}/recover",
    permission: "recover",
    dataAction: `${prefix}recover/action`,
  },
  BackupSecret: {
    name: "BackupSecret",
    method: "POST",
    path: "/secrets/{secret-name}/backup",
    permission: "backup",
    dataAction: `${prefix}backup/action`,
  },
  RestoreSecret: {
    name: "RestoreSecret",
    method: "POST",
    path: "/secrets/restore",
    permission: "restore",
    dataAction: `${prefix}restore/action`,
  },
} as const satisfies Readonly<Record<string, SecretOperation>>;

/** Name of an operation on secrets: tables that are keyed by it are complete, or do not compile. */
export type SecretOperationName = keyof typeof secretOperations;

/** An entry of {@link secretOperations}, its name known to the compiler. */
export type NamedSecretOperation = SecretOperation & { readonly name: SecretOperationName };

/** The entries of {@link secretOperations} as a list. */
export const allSecretOperations: readonly NamedSecretOperation[] = Object.values(secretOperations);
