import { encrypted, unknownOnWire } from "../../policy/model";

/** What the local run's state has in place of a secret, and what a program prints for one. */
const hidden = "[secret]";

/** Paths of values that a state does not tell. */
export interface Unreadable {
  readonly encrypted: readonly string[];
  /** To be known after deployment. */
  readonly unknown: readonly string[];
}

/** Finds the parts of a value that are encrypted, or not known before the deployment. */
export function findUnreadable(value: unknown, path: string): Unreadable {
  const found = { encrypted: [] as string[], unknown: [] as string[] };
  const pending: { readonly part: unknown; readonly at: string }[] = [{ part: value, at: path }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { part, at } = next;
    if (part === encrypted || part === hidden) found.encrypted.push(at);
    else if (typeof part === "string" && part.includes(unknownOnWire)) found.unknown.push(at);
    else if (typeof part === "object" && part !== null) {
      const inner = Object.entries(part).map(([key, item]) => ({
        part: item as unknown,
        at: Array.isArray(part) ? `${at}[${key}]` : `${at}.${key}`,
      }));
      pending.push(...inner.reverse());
    }
  }
  return found;
}
