/** Text as a definition writes it where no expression is meant: Logic Apps reads `@` at its start, and `@{`. */
export function literalText(text: string): string {
  return text.replaceAll("@{", "@@{").replace(/^@(?!@\{)/, "@@");
}
