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
    if (taint.kind !== "untainted")
      found.set(canonicalName(name), join(found.get(canonicalName(name)) ?? untainted, taint));
  }
  if (found.size === 0) return untainted;
  const whole: Taint = { kind: "parts", parts: found };
  return found.size > maximumParts || depthOf(whole) > maximumDepth ? collapse(whole) : whole;
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
  return parts([...a.parts, ...b.parts]);
}

/** Checks whether the same is secret, wherever it comes from. */
export function isSameTaint(a: Taint, b: Taint): boolean {
  if (a === b) return true;
  if (a.kind !== "parts" || b.kind !== "parts") return a.kind === b.kind;
  if (a.parts.size !== b.parts.size) return false;
  return [...a.parts].every(([name, part]) => isSameTaint(part, b.parts.get(name) ?? untainted));
}

function canonicalName(name: string): string {
  return name.toLowerCase().replaceAll(/[_\- ]/g, "");
}

function depthOf(taint: Taint): number {
  if (taint.kind !== "parts") return 0;
  return 1 + Math.max(...[...taint.parts.values()].map(depthOf));
}
