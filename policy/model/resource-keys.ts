import type { StackResource } from "../stack";

/** Which resource something means: one of the stack's, by URN; another one, by name; or one that nobody can tell yet. */
export type ResourceKey = `urn:${string}` | `name:${string}` | "unknown";

/** A resource of the stack that others refer to. */
export interface NamedResource {
  readonly urn: string;
  /** In lower case; absent where it is known only after deployment. */
  readonly name?: string;
}

/** @param property that holds the name in azure-native's form */
export function namedResource({ urn, properties }: StackResource, property: string): NamedResource {
  const name = [properties[property], properties.name].find((value) => typeof value === "string");
  return { urn, ...(typeof name === "string" ? { name: name.toLowerCase() } : {}) };
}

/** Finds the resource of one type that something means, by what its properties are made from and by names. */
export class ResourceKeys {
  private readonly urns: ReadonlySet<string>;
  /** URNs of resources whose name is known. */
  private readonly named: ReadonlySet<string>;
  private readonly byName: ReadonlyMap<string, string>;

  constructor(resources: readonly NamedResource[]) {
    this.urns = new Set(resources.map(({ urn }) => urn));
    this.named = new Set(resources.filter(({ name }) => name !== undefined).map(({ urn }) => urn));
    this.byName = new Map(resources.flatMap(({ name, urn }) => (name === undefined ? [] : [[name, urn] as const])));
  }

  /** @param madeFrom URNs */
  of(name: string | undefined, madeFrom: readonly string[]): ResourceKey {
    const wanted = name?.toLowerCase();
    const known = wanted === undefined ? undefined : this.byName.get(wanted);
    if (known !== undefined) return `urn:${known}`;
    // A name that is known is not that of a resource whose name is known to be another.
    const candidates = madeFrom.filter(
      (each) => this.urns.has(each) && (wanted === undefined || !this.named.has(each)),
    );
    const [urn] = candidates;
    if (urn !== undefined) return `urn:${urn}`;
    return wanted === undefined ? "unknown" : `name:${wanted}`;
  }
}

/** Checks whether two keys can mean the same resource: what nobody can tell may be any. */
export function maybeSame(a: ResourceKey, b: ResourceKey): boolean {
  return a === b || a === "unknown" || b === "unknown";
}
