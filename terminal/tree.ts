/**
 * Renders a value as a tree: a line for each text, number and so on, under the names that lead to it. A short list of
 * texts stays on one line.
 */
export function renderTree(name: string, value: unknown, indent: number): readonly string[] {
  const margin = " ".repeat(indent);
  if (typeof value !== "object" || value === null) return [`${margin}${name}: ${plain(String(value))}`];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return [`${margin}${name}: ${value.length === 0 ? "none" : value.map(plain).join(", ")}`];
  }
  return [
    `${margin}${name}`,
    ...Object.entries(value).flatMap(([key, inner]) => renderTree(plain(key), inner, indent + 2)),
  ];
}

/** A control character from elsewhere could move the cursor or end the line. */
function plain(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}
