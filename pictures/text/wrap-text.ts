/** A font of a picture. Widths are estimates: a picture is drawn where no font is. */
export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Widths of characters as parts of the font's size, the first pattern that fits. They suit wide sans serif fonts. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^[ .,:;|!'`()[\]{}ijlftrI-]/u, 0.38],
  [/^[mwMW@%]/u, 0.97],
  [/^[#&<>=+~^]/u, 0.84],
  [/^[A-Z]/u, 0.72],
  [/^[\u0020-\u024f]/u, 0.61],
  [
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uffef]/u,
    1.2,
  ],
];

const otherWidth = 0.75;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A character as it is seen, with its width in pixels. */
interface Glyph {
  readonly text: string;
  readonly width: number;
}

/** Estimates the width of a text in pixels. */
export function textWidth(text: string, font: Font): number {
  return widthOf(readGlyphs(text, font));
}

/**
 * Breaks a text into lines, after a space, a hyphen, a slash or an underscore where it can.
 *
 * @param most lines; the last one ends in `…` where there are more
 * @returns no line for an empty text
 */
export function wrapText(text: string, font: Font, width: number, most: number): readonly string[] {
  const lines: Glyph[][] = [[]];
  for (const word of text.split(/(?<=[ _/-])/u).map((part) => readGlyphs(part, font))) {
    for (const part of widthOf(withoutEnd(word)) > width ? word.map((glyph) => [glyph]) : [word]) {
      const line = lines.at(-1) ?? [];
      if (line.length > 0 && widthOf(withoutEnd([...line, ...part])) > width) lines.push([...part]);
      else line.push(...part);
    }
  }
  const written = lines.map(withoutEnd).filter(({ length }) => length > 0);
  if (written.length <= most) return written.map(textOf);
  const last = [...(written[most - 1] ?? [])];
  const room = width - textWidth(ellipsis, font);
  while (widthOf(last) > room) last.pop();
  return [...written.slice(0, most - 1).map(textOf), textOf(last) + ellipsis];
}

const ellipsis = "…";

function readGlyphs(text: string, font: Font): readonly Glyph[] {
  const scale = font.size * (font.bold === true ? 1.1 : 1);
  return Array.from(graphemes.segment(text), ({ segment }) => {
    const width = widths.find(([pattern]) => pattern.test(segment))?.[1] ?? otherWidth;
    return { text: segment, width: width * scale };
  });
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { width }) => sum + width, 0);
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join("");
}

/** A line without the spaces at its end. */
function withoutEnd(glyphs: readonly Glyph[]): readonly Glyph[] {
  let end = glyphs.length;
  while (end > 0 && glyphs[end - 1]?.text.trim() === "") end -= 1;
  return glyphs.slice(0, end);
}
