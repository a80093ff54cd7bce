import type { SecretOperation, SecretPermission } from "../../azure";

/** An operation that a principal must be permitted, and where. */
export interface RequiredOperation {
  readonly operation: Pick<SecretOperation, "permission" | "dataAction">;
  /** The names that the secret can have. @default any secret of the vault */
  readonly secretNames?: readonly string[];
}

/** Permissions to grant at one scope. */
export interface NeededGrant {
  /** The secret that the grant is for. Absent: the vault. */
  readonly secretName?: string;
  /** In alphabetical order, each once. */
  readonly permissions: readonly SecretPermission[];
  readonly dataActions: readonly string[];
}

/**
 * The smallest grants that meet the requirements, one a place.
 *
 * A requirement that names no secret is met at the vault, whatever the scope.
 *
 * @param scope `secret` for a grant at each secret, `vault` for one at the vault
 */
export function neededGrants(
  requirements: readonly RequiredOperation[],
  scope: "secret" | "vault",
): readonly NeededGrant[] {
  const places = new Map<string | undefined, RequiredOperation[]>();
  for (const requirement of requirements) {
    const names = scope === "secret" ? (requirement.secretNames ?? [undefined]) : [undefined];
    for (const name of names) {
      const place = name?.toLowerCase();
      places.set(place, [...(places.get(place) ?? []), requirement]);
    }
  }
  return [...places].map(([secretName, needs]) => ({
    ...(secretName === undefined ? {} : { secretName }),
    permissions: distinct(needs.map(({ operation }) => operation.permission)),
    dataActions: distinct(needs.map(({ operation }) => operation.dataAction)),
  }));
}

function distinct<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort();
}
