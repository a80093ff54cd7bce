/** What of a value is secret. */
export type Secrecy =
  | { readonly kind: "open" }
  /** All of it. */
  | { readonly kind: "secret"; readonly origin: string }
  /** The properties named, and therefore the value as a whole; every other property is open. */
  | { readonly kind: "parts"; readonly parts: ReadonlyMap<string, Secrecy> };

export const open: Secrecy = { kind: "open" };

/** @param origin where the secret comes from, for people: names an action or a parameter, never a value */
export function secret(origin: string): Secrecy {
  return { kind: "secret", origin };
}

/** Beyond either, all of a value counts as secret, so that no definition can make an analysis grow without end. */
const maximumDepth = 8;
const maximumParts = 64;

/** A value of which only some properties are secret; names compare without case, underscores and hyphens. */
export function parts(named: Iterable<readonly [name: string, secrecy: Secrecy]>): Secrecy {
  const found = new Map<string, Secrecy>();
  for (const [name, secrecy] of named) {
    if (secrecy.kind !== "open") found.set(canonicalName(name), join(found.get(canonicalName(name)) ?? open, secrecy));
  }
  if (found.size === 0) return open;
  const whole: Secrecy = { kind: "parts", parts: found };
  return found.size > maximumParts || depthOf(whole) > maximumDepth ? collapse(whole) : whole;
}

/** Where the secret in a value comes from; undefined where there is none. */
export function originOf(secrecy: Secrecy): string | undefined {
  switch (secrecy.kind) {
    case "open":
      return undefined;
    case "secret":
      return secrecy.origin;
    case "parts":
      for (const part of secrecy.parts.values()) {
        const origin = originOf(part);
        if (origin !== undefined) return origin;
      }
      return undefined;
  }
}

/** What is made from a value as a whole: secret where anything in the value is. */
export function collapse(secrecy: Secrecy): Secrecy {
  const origin = originOf(secrecy);
  return origin === undefined ? open : secret(origin);
}

/** A property of a value; of an unnamed one (an index, a name given by an expression) the worst is taken. */
export function property(of: Secrecy, name: string | undefined): Secrecy {
  if (of.kind !== "parts") return of;
  return name === undefined ? collapse(of) : (of.parts.get(canonicalName(name)) ?? open);
}

/** What can be either. */
export function join(a: Secrecy, b: Secrecy): Secrecy {
  if (a.kind === "secret" || b.kind === "open" || a === b) return a;
  if (b.kind === "secret" || a.kind === "open") return b;
  return parts([...a.parts, ...b.parts]);
}

/** Whether the same is secret, wherever it comes from. */
export function isSameSecrecy(a: Secrecy, b: Secrecy): boolean {
  if (a === b) return true;
  if (a.kind !== "parts" || b.kind !== "parts") return a.kind === b.kind;
  if (a.parts.size !== b.parts.size) return false;
  return [...a.parts].every(([name, part]) => isSameSecrecy(part, b.parts.get(name) ?? open));
}

function canonicalName(name: string): string {
  return name.toLowerCase().replaceAll(/[_\- ]/g, "");
}

function depthOf(secrecy: Secrecy): number {
  if (secrecy.kind !== "parts") return 0;
  return 1 + Math.max(...[...secrecy.parts.values()].map(depthOf));
}
