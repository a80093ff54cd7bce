/** Secret parts of a value. */
export type Taint =
  | { readonly kind: "untainted" }
  /** All of it. */
  | { readonly kind: "tainted"; readonly origin: string }
  /** The properties named, and therefore the value as a whole; every other property is untainted. */
  | { readonly kind: "parts"; readonly parts: ReadonlyMap<string, Taint> };

export const untainted: Taint = { kind: "untainted" };

/** @param origin where the secret comes from, for people: names an action or a parameter, never a value */
export function tainted(origin: string): Taint {
  return { kind: "tainted", origin };
}

/** Beyond either, all of a value counts as secret, so that no definition can make an analysis grow without end. */
const maximumDepth = 8;
const maximumParts = 64;

/** A value of which only some properties are secret; names compare without case, underscores and hyphens. */
export function parts(named: Iterable<readonly [name: string, taint: Taint]>): Taint {
  const found = new Map<string, Taint>();
  for (const [name, taint] of named) {
    if (taint.kind === "untainted") continue;
    const canonical = canonicalName(name);
    found.set(canonical, join(found.get(canonical) ?? untainted, taint));
  }
  return found.size === 0 ? untainted : limited({ kind: "parts", parts: found });
}

function limited(whole: Extract<Taint, { kind: "parts" }>): Taint {
  return whole.parts.size > maximumParts || depthOf(whole) > maximumDepth ? collapse(whole) : whole;
}

/** Where the secret in a value comes from; undefined where there is none. */
export function taintOrigin(taint: Taint): string | undefined {
  switch (taint.kind) {
    case "untainted":
      return undefined;
    case "tainted":
      return taint.origin;
    case "parts":
      for (const part of taint.parts.values()) {
        const origin = taintOrigin(part);
        if (origin !== undefined) return origin;
      }
      return undefined;
  }
}

/** Taint of a value made from a whole value: tainted if any part is. */
export function collapse(taint: Taint): Taint {
  const origin = taintOrigin(taint);
  return origin === undefined ? untainted : tainted(origin);
}

/** A property of a value; of an unnamed one (an index, a name given by an expression) the worst is taken. */
export function property(of: Taint, name: string | undefined): Taint {
  if (of.kind !== "parts") return of;
  return name === undefined ? collapse(of) : (of.parts.get(canonicalName(name)) ?? untainted);
}

/** Taint of a value that can be either of two. */
export function join(a: Taint, b: Taint): Taint {
  if (a.kind === "tainted" || b.kind === "untainted" || a === b) return a;
  if (b.kind === "tainted" || a.kind === "untainted") return b;
  const found = new Map(a.parts);
  for (const [name, taint] of b.parts) found.set(name, join(found.get(name) ?? untainted, taint));
  return limited({ kind: "parts", parts: found });
}

/** Checks whether the same is secret, wherever it comes from. */
export function isSameTaint(a: Taint, b: Taint): boolean {
  if (a === b) return true;
  if (a.kind !== "parts" || b.kind !== "parts") return a.kind === b.kind;
  if (a.parts.size !== b.parts.size) return false;
  for (const [name, part] of a.parts) if (!isSameTaint(part, b.parts.get(name) ?? untainted)) return false;
  return true;
}

/** A name without case, underscores, hyphens and spaces. */
export function canonicalName(name: string): string {
  const known = canonicalNames.get(name);
  if (known !== undefined) return known;
  if (canonicalNames.size >= mostNames) canonicalNames.clear();
  const canonical = name.toLowerCase().replaceAll(/[_\- ]/g, "");
  canonicalNames.set(name, canonical);
  return canonical;
}

/** Names of properties are few, and asked about often. */
const canonicalNames = new Map<string, string>();
const mostNames = 4096;

function depthOf(taint: Taint): number {
  let depth = 0;
  if (taint.kind === "parts") for (const part of taint.parts.values()) depth = Math.max(depth, 1 + depthOf(part));
  return depth;
}
