import type { Box, Point } from "../layout/layout-branch";
import { escapeXml } from "./escape-xml";

/** Writes a rectangle with round corners, to whole pixels. */
export function rectangle({ x, y, width, height }: Box, radius: number, kind: string): string {
  const [left, top] = [Math.round(x), Math.round(y)];
  return `<rect class="${kind}" x="${left}" y="${top}" width="${Math.round(width)}" height="${Math.round(height)}" rx="${radius}"/>`;
}

/** Writes a text, at its left end and base line; nothing for an empty one. */
export function text(at: Point, words: string, kind: string): string {
  return words === ""
    ? ""
    : `<text class="${kind}" x="${Math.round(at.x)}" y="${Math.round(at.y)}">${escapeXml(words)}</text>`;
}
