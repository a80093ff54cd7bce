/**
 * Decides whether a pattern of a role, such as `Microsoft.KeyVault/vaults/secrets/*`, matches an action. Case does not
 * matter.
 *
 * Takes time linear in both texts for each run of stars: a role's patterns are unchecked input.
 */
export function matchesAction(pattern: string, action: string): boolean {
  if (!pattern.includes("*")) {
    return pattern.length === action.length && pattern.toLowerCase() === action.toLowerCase();
  }
  const [first = "", ...rest] = pattern.toLowerCase().split("*");
  const text = action.toLowerCase();
  const last = rest.pop() ?? "";
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let position = first.length;
  for (const piece of rest) {
    if (piece === "") continue;
    const found = text.indexOf(piece, position);
    if (found < 0 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}
