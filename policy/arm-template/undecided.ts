import { isObject } from "../../definition";
import type { JsonObject } from "../../definition";

/**
 * A value of a template that only the deployment tells. Two of the same key are the same value.
 */
export class Undecided {
  /** True for a value that Azure keeps secret, or that contains one. */
  readonly isSecret: boolean;
  /** Keys of the ids of the resources that it comes from. */
  readonly origins: readonly string[];

  /**
   * @param key identity of the value; it can hold values of the template and is never shown
   * @param why what is not known, in words without values of the template: `parameters('name') has no value`
   */
  constructor(
    readonly key: string,
    readonly why: string,
    { isSecret = false, origins = [] }: { isSecret?: boolean; origins?: readonly string[] } = {},
  ) {
    this.isSecret = isSecret;
    this.origins = origins;
  }

  /** The value of a property; undecided too, unless a subclass knows it. */
  property(name: string): unknown {
    return new Undecided(`${this.key}.${name.toLowerCase()}`, this.why, this);
  }
}

/** A text with undecided parts. */
export class UndecidedText extends Undecided {
  constructor(readonly parts: readonly (string | Undecided)[]) {
    const undecided = parts.filter((part) => typeof part !== "string");
    super(
      parts.map((part) => (typeof part === "string" ? part : keyOf(part))).join(""),
      undecided[0]?.why ?? "",
      combined(undecided),
    );
  }
}

/** What a value that is made of undecided ones has of them. */
export function combined(parts: readonly Undecided[]): { isSecret: boolean; origins: readonly string[] } {
  return {
    isSecret: parts.some(({ isSecret }) => isSecret),
    origins: [...new Set(parts.flatMap(({ origins }) => origins))],
  };
}

/** Marks where an undecided value begins and ends in a key. */
const open = "\u27e6";
const close = "\u27e7";

/** Text that identifies a value, decided or not: equal values have equal keys, whatever the order of their properties. */
export function keyOf(value: unknown): string {
  if (value instanceof UndecidedText) return value.key;
  if (value instanceof Undecided) return value.key.startsWith(open) ? value.key : open + value.key + close;
  if (typeof value === "string") return value;
  const work = { left: mostParts };
  const key = describe(value, work);
  // One that is too large equals no other.
  return work.left > 0 ? key : open + uniqueKey("large") + close;
}

const mostParts = 50_000;
let numbered = 0;

function describe(value: unknown, work: { left: number }): string {
  work.left -= 1;
  if (work.left <= 0) return "";
  if (value instanceof Undecided) return keyOf(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((item) => describe(item, work)).join(",")}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${describe(item, work)}`).join(",")}}`;
}

/** A key that no other value has. */
export function uniqueKey(what: string): string {
  numbered += 1;
  return `${what} ${numbered}`;
}

/** Checks whether a value has few enough parts to be copied. */
export function isBounded(value: unknown): boolean {
  const work = { left: mostParts };
  describe(value, work);
  return work.left > 0;
}

/** Checks whether a key is that of a decided value. */
export function isDecidedKey(key: string): boolean {
  return !key.includes(open);
}

/** The undecided values in a value, however deep; at most one of each object. */
export function undecidedIn(value: unknown): readonly Undecided[] {
  const found: Undecided[] = [];
  const seen = new Set<unknown>();
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const part = pending.pop();
    if (part instanceof Undecided) found.push(part);
    else if (typeof part === "object" && part !== null && !seen.has(part)) {
      seen.add(part);
      for (const item of Object.values(part) as unknown[]) pending.push(item);
    }
  }
  return found;
}

/** Checks whether a value is an object whose names are known. */
export function isDecidedObject(value: unknown): value is JsonObject {
  return isObject(value) && !(value instanceof Undecided);
}
