import { createHash } from "node:crypto";
import type { Finding } from "../rule/rule";

/**
 * Fingerprints that identify each finding in the next run, and in another stack of the same program: its rule, resource
 * and property, not its words. Several that share these are told apart by their order.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, urn = "", path = "" }) => {
    // urn:pulumi:<stack>::<project>::<types>::<name>
    const key = JSON.stringify([rule, urn.replace(/^urn:pulumi:.*?::/, ""), path]);
    const order = seen.get(key) ?? 0;
    seen.set(key, order + 1);
    return createHash("sha256").update(`${key}${order}`).digest("hex");
  });
}
