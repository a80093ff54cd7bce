import { unescapeHtml } from "./unescape-html";

/** How a text around a secret was escaped: percent-encoded, as a form (a space is "+"), as a JSON string, or as HTML. */
export type Escaping = "url" | "form" | "json" | "html";

/** A text with escapes undone. */
export interface UnescapedText {
  readonly text: string;
  /** Escapings that were undone, outermost first; empty for the original text. */
  readonly escapings: readonly Escaping[];
}

const deepest = 2;

const unescape: Readonly<Record<Escaping, (text: string) => string>> = {
  url: unescapePercent,
  form: (text) => (text.includes("+") ? unescapePercent(text.replaceAll("+", " ")) : text),
  json: unescapeJson,
  html: unescapeHtml,
};

/** A text as it is, and with each of `undone`, also two on top of each other; fewest first, none twice. */
export function unescapedTexts(text: string, undone: readonly Escaping[]): readonly UnescapedText[] {
  const all: UnescapedText[] = [{ text, escapings: [] }];
  const seen = new Set([text]);
  for (const { text: escaped, escapings } of all) {
    if (escapings.length === deepest) break;
    for (const escaping of undone) {
      const unescaped = unescape[escaping](escaped);
      if (seen.has(unescaped)) continue;
      seen.add(unescaped);
      all.push({ text: unescaped, escapings: [...escapings, escaping] });
    }
  }
  return all;
}

function unescapePercent(text: string): string {
  return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (escape) => {
    // Most often a single ASCII character, which needs no buffer.
    const code = escape.length === 3 ? Number.parseInt(escape.slice(1), 16) : 0x80;
    return code < 0x80 ? String.fromCharCode(code) : Buffer.from(escape.replaceAll("%", ""), "hex").toString("utf8");
  });
}

const jsonEscapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function unescapeJson(text: string): string {
  return text.replaceAll(/\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])/g, (escape) => {
    const character = escape.charAt(1);
    if (character === "u") return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
    return jsonEscapes[character] ?? character;
  });
}
