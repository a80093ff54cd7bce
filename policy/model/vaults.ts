import { asObject } from "../../definition";
import type { StackResource } from "../stack";
import { isUnknown } from "../stack";

/** A vault that the stack declares. */
export interface ModelVault {
  readonly urn: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** In lower case; absent where it is known only after deployment. */
  readonly name?: string;
  /** Absent where it is not said, or known only after deployment. */
  readonly authorizationModel?: "rbac" | "accessPolicy";
}

export function readVault(resource: StackResource): ModelVault {
  const { vaultName, name } = resource.properties;
  const properties = asObject(resource.properties.properties);
  const given = [vaultName, name].find((value) => typeof value === "string");
  const { enableRbacAuthorization } = properties;
  return {
    urn: resource.urn,
    properties,
    ...(typeof given === "string" ? { name: given.toLowerCase() } : {}),
    ...(typeof enableRbacAuthorization === "boolean" && !isUnknown(enableRbacAuthorization)
      ? { authorizationModel: enableRbacAuthorization ? "rbac" : "accessPolicy" }
      : {}),
  };
}

/** Which vault something means: one of the stack's, by URN; another one, by name; or one that nobody can tell yet. */
export type VaultKey = `urn:${string}` | `name:${string}` | "unknown";

/** Finds the vault that a resource means, by what its properties are made from and by names. */
export class VaultKeys {
  private readonly urns: ReadonlySet<string>;
  /** URNs of vaults whose name is known. */
  private readonly named: ReadonlySet<string>;
  private readonly byName: ReadonlyMap<string, string>;

  constructor(vaults: readonly ModelVault[]) {
    this.urns = new Set(vaults.map(({ urn }) => urn));
    this.named = new Set(vaults.filter(({ name }) => name !== undefined).map(({ urn }) => urn));
    this.byName = new Map(vaults.flatMap(({ name, urn }) => (name === undefined ? [] : [[name, urn] as const])));
  }

  /** The vault that a resource names by its property `vaultName`. */
  ofResource({ properties: { vaultName }, propertyDependencies }: StackResource): VaultKey {
    return this.of(typeof vaultName === "string" ? vaultName : undefined, propertyDependencies.vaultName ?? []);
  }

  /** @param madeFrom URNs */
  of(name: string | undefined, madeFrom: readonly string[]): VaultKey {
    const wanted = name?.toLowerCase();
    const known = wanted === undefined ? undefined : this.byName.get(wanted);
    if (known !== undefined) return `urn:${known}`;
    // A name that is known is not that of a vault whose name is known to be another.
    const candidates = madeFrom.filter(
      (each) => this.urns.has(each) && (wanted === undefined || !this.named.has(each)),
    );
    const [urn] = candidates;
    if (urn !== undefined) return `urn:${urn}`;
    return wanted === undefined ? "unknown" : `name:${wanted}`;
  }
}

/** Checks whether two keys can mean the same vault: what nobody can tell may be any. */
export function maybeSameVault(a: VaultKey, b: VaultKey): boolean {
  return a === b || a === "unknown" || b === "unknown";
}
