/** A secret permission of a Key Vault access policy. */
export type SecretPermission = "get" | "list" | "set" | "delete" | "backup" | "restore" | "recover" | "purge";

/** An operation on secrets, and what a caller must hold to use it. */
export interface SecretOperation {
  /** The operation's id in Key Vault's own OpenAPI document. */
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** Path below the vault, `{secret-name}` and `{secret-version}` standing for any one segment. */
  readonly path: string;
  /** Under access policies. */
  readonly permission: SecretPermission;
  /** Under Azure RBAC, in full: `Microsoft.KeyVault/vaults/secrets/setSecret/action`. */
  readonly dataAction: string;
}

const dataActions = "Microsoft.KeyVault/vaults/secrets/";

function operation(
  name: string,
  method: SecretOperation["method"],
  path: string,
  permission: SecretPermission,
  dataAction: string,
): SecretOperation {
  return { name, method, path, permission, dataAction: dataActions + dataAction };
}

/**
 * Every operation of Key Vault's secrets data plane and the permission that it needs.
 *
 * The permissions are those that each operation's description names in the official document; the data actions are
 * those of Microsoft.KeyVault's resource provider operations.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault
 */
export const secretOperations: readonly SecretOperation[] = [
  operation("SetSecret", "PUT", "/secrets/{secret-name}", "set", "setSecret/action"),
  operation("DeleteSecret", "DELETE", "/secrets/{secret-name}", "delete", "delete"),
  operation("UpdateSecret", "PATCH", "/secrets/{secret-name}/{secret-version}", "set", "update/action"),
  operation("GetSecret", "GET", "/secrets/{secret-name}/{secret-version}", "get", "getSecret/action"),
  // The document declares no path for the current version; the service has it.
  operation("GetSecret", "GET", "/secrets/{secret-name}", "get", "getSecret/action"),
  operation("GetSecrets", "GET", "/secrets", "list", "readMetadata/action"),
  operation("GetSecretVersions", "GET", "/secrets/{secret-name}/versions", "list", "readMetadata/action"),
  operation("GetDeletedSecrets", "GET", "/deletedsecrets", "list", "readMetadata/action"),
  operation("GetDeletedSecret", "GET", "/deletedsecrets/{secret-name}", "get", "readMetadata/action"),
  operation("PurgeDeletedSecret", "DELETE", "/deletedsecrets/{secret-name}", "purge", "purge/action"),
  operation("RecoverDeletedSecret", "POST", "/deletedsecrets/{secret-name}/recover", "recover", "recover/action"),
  operation("BackupSecret", "POST", "/secrets/{secret-name}/backup", "backup", "backup/action"),
  operation("RestoreSecret", "POST", "/secrets/restore", "restore", "restore/action"),
];

/** An operation found for a request, and the secret that the request names, as written there. */
export interface MatchedOperation {
  readonly operation: SecretOperation;
  readonly secretName?: string;
  readonly secretVersion?: string;
}

/** Segments of each operation's path, split once: policies ask for the operation of every request of a stack. */
const patterns = secretOperations.map((each) => ({ operation: each, parts: each.path.slice(1).split("/") }));

/**
 * The operation that a request to a vault is.
 *
 * @param path below the vault, such as `/secrets/name/`; an empty last segment stands for the current version
 * @returns undefined where Key Vault's secrets have no such operation
 */
export function findSecretOperation(method: string, path: string): MatchedOperation | undefined {
  if (!/^\/?(deleted)?secrets/i.test(path)) return undefined;
  const segments = path.replace(/^\//, "").replace(/\/$/, "").split("/");
  const upperCaseMethod = method.toUpperCase();
  let best: { readonly operation: SecretOperation; readonly values: ReadonlyMap<string, string> } | undefined;
  for (const { operation: candidate, parts } of patterns) {
    const values = candidate.method === upperCaseMethod ? match(parts, segments) : undefined;
    // A literal segment beats a placeholder: GET /secrets/{name}/versions lists, it reads no version of that name.
    if (values !== undefined && values.size < (best?.values.size ?? Infinity)) best = { operation: candidate, values };
  }
  if (best === undefined) return undefined;
  const secretName = best.values.get("{secret-name}");
  const secretVersion = best.values.get("{secret-version}");
  return {
    operation: best.operation,
    ...(secretName === undefined ? {} : { secretName }),
    ...(secretVersion === undefined ? {} : { secretVersion }),
  };
}

function match(parts: readonly string[], segments: readonly string[]): Map<string, string> | undefined {
  if (parts.length !== segments.length) return undefined;
  const values = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith("{")) values.set(part, segment);
    else if (part !== segment.toLowerCase()) return undefined;
  }
  return values;
}
