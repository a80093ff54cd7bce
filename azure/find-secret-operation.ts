import type { NamedSecretOperation } from "./secret-operations";
import { allSecretOperations } from "./secret-operations";

/** An operation found for a request, and the secret that the request names, as written there. */
export interface MatchedOperation {
  readonly operation: NamedSecretOperation;
  readonly secretName?: string;
  readonly secretVersion?: string;
}

/** Segments of each operation's paths, split once: policies look up the operation of every request of a stack. */
const patterns = allSecretOperations.flatMap((operation) =>
  [operation.path, ...(operation.versionPath === undefined ? [] : [operation.versionPath])].map((path) => ({
    operation,
    parts: path.slice(1).split("/"),
  })),
);

/**
 * Finds the operation that a request to a vault performs.
 *
 * @param path below the vault, such as `/secrets/name/`; an empty last segment stands for the current version
 * @returns undefined where Key Vault's secrets have no such operation
 */
export function findSecretOperation(method: string, path: string): MatchedOperation | undefined {
  if (!/^\/?(deleted)?secrets/i.test(path)) return undefined;
  const segments = path.replace(/^\//, "").replace(/\/$/, "").split("/");
  const upperCaseMethod = method.toUpperCase();
  let best: { readonly operation: NamedSecretOperation; readonly values: ReadonlyMap<string, string> } | undefined;
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
