/** Compares two IDs, names or codes of Azure, which ignores case in them. False where either is missing. */
export function isSameName(a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" && a !== "" && a.toLowerCase() === b.toLowerCase();
}
