import { plainText } from "../text/plain-text";

/**
 * What may stand in a label as it is: letters, digits and marks on them; an underscore or a hyphen between these, where it
 * formats nothing; and a colon before a space, where Mermaid takes no escape behind it for a colour.
 */
const harmless = /[\p{L}\p{N}]\p{M}*|[ ,()/]|(?<=[\p{L}\p{N}]\p{M}*)[-_](?=[\p{L}\p{N}])|:(?= )|(?<other>[^])/gu;

/** Joins what must not be read together: Mermaid looks for formulas and icons after it has read its escapes. */
const wordJoiner = "\u2060";

/**
 * A text of any author as a label in quotation marks. Everything but letters becomes a character code, so that nothing ends
 * the label, is read as Markdown, HTML, a formula, an icon, a comment or a directive, or ends the code block.
 *
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
export function escapeLabel(text: string): string {
  const readable = plainText(text)
    // The ligature is Mermaid's own mark of an escape.
    .replaceAll("\ufb02", "fl")
    .replaceAll(/\$(?=\$)|:(?=fa-)/g, `$&${wordJoiner}`);
  const escaped = readable.replaceAll(harmless, (found, other: string | undefined) =>
    other === undefined ? found : `#${found.codePointAt(0)};`,
  );
  return escaped === "" ? " " : escaped;
}
