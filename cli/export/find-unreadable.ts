import type { JsonObject } from "../../definition/json";
import { encrypted, unknownOnWire } from "../../policy/model";

/** Placeholder for a secret in the local run's state and in printed outputs. */
const hidden = "[secret]";

/** Paths of values that a state does not contain. */
export interface Unreadable {
  readonly encrypted: readonly string[];
  /** To be known after deployment. */
  readonly unknown: readonly string[];
}

/**
 * Finds the values that are encrypted, or not known before the deployment.
 *
 * @param parts values by the beginning of their paths
 */
export function findUnreadable(parts: JsonObject): Unreadable {
  const found = { encrypted: [] as string[], unknown: [] as string[] };
  const pending = Object.entries(parts)
    .map(([at, part]) => ({ part, at }))
    .reverse();
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
