import { createPage, renderTable, type Appearance } from "../../terminal";

/**
 * Renders the message of an error, ending in a line break: `error: ` before it, and its lines wrapped on a terminal, each
 * under its own beginning.
 */
export function renderError(message: string, appearance: Appearance): string {
  const page = createPage(appearance);
  const paint = (text: string): string => text.replace(/^error:/, (word) => page.colours.bold(page.colours.red(word)));
  const lines = `error: ${message}`.split("\n").flatMap((line) => {
    const text = line.trimStart();
    return renderTable(page, { rows: [[{ text, paint }]], indent: line.length - text.length });
  });
  return `${lines.join("\n")}\n`;
}

/** Restates commander's message, such as `error: unknown option '--jsn'`, as a sentence in the form of all others. */
export function restateParserMessage(text: string): string {
  const [first = "", ...rest] = text
    .trim()
    .replace(/^error: /, "")
    .split("\n")
    .map((line) => line.replace(/^\((.*)\)$/, "$1"));
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest]
    .map((line) => (/[.?:]$/.test(line) ? line : `${line}.`))
    .join(" ");
}
