/** Kinds of what holds a right, and of what it is on. */
export const partyKinds = [
  "Logic App",
  "Identity",
  "Principal",
  "Connector",
  "Vault",
  "Secret",
  "Service Bus",
  "Resource",
  "Scope",
] as const;

export type PartyKind = (typeof partyKinds)[number];

/** Who holds a right, or what it is on. */
export interface Party {
  readonly kind: PartyKind;
  /** As the stack names it, or Azure where the stack does not have it; without a value of a secret. */
  readonly name: string;
}

/** Rights of one party on another. */
export interface Access {
  readonly from: Party;
  readonly to: Party;
  /** `get`, `set`, `receive`, `runs as`, or the name of a role; each once, in the order in which they were found. */
  readonly rights: readonly string[];
}

/** How access differs from that of an earlier stack. */
export interface AccessChange {
  readonly added: readonly Access[];
  readonly removed: readonly Access[];
}

/** Merges access of the same parties. */
export function mergeAccess(all: readonly Access[]): readonly Access[] {
  const merged = new Map<string, Access>();
  for (const access of all) {
    const key = keyOf(access);
    const { rights = [] } = merged.get(key) ?? {};
    merged.set(key, { ...access, rights: [...new Set([...rights, ...access.rights])] });
  }
  return [...merged.values()];
}

/** Compares access right by right. */
export function compareAccess(before: readonly Access[], after: readonly Access[]): AccessChange {
  return { added: without(after, before), removed: without(before, after) };
}

function without(all: readonly Access[], others: readonly Access[]): readonly Access[] {
  const held = new Map(others.map((access) => [keyOf(access), access.rights]));
  return all
    .map((access) => ({
      ...access,
      rights: access.rights.filter((right) => held.get(keyOf(access))?.includes(right) !== true),
    }))
    .filter(({ rights }) => rights.length > 0);
}

function keyOf({ from, to }: Access): string {
  return JSON.stringify([from.kind, from.name, to.kind, to.name]);
}
