import Table from "cli-table3";
import stringWidth from "string-width";
import type { Page } from "./page";

/** A text, with its colour where it has one, or a drawing in the room that the texts leave. */
export type Cell =
  | string
  | { readonly text: string; readonly paint: (text: string) => string }
  | { readonly draw: (width: number) => string; readonly paint: (text: string) => string };

/** A table without lines; its cells wrap between words where the page is too narrow. */
export interface TableLayout {
  readonly head?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of numbers. */
  readonly rightAligned?: readonly number[];
  /** @default 2 */
  readonly indent?: number;
}

const gap = 2;
const drawing = { narrowest: 10, widest: 40 };

/**
 * Renders a table within the page's width. A word is never broken, so that every identifier can be copied: a line is
 * wider than the page only where the longest words of its cells need it.
 */
export function renderTable(page: Page, layout: TableLayout): readonly string[] {
  const { head = [], rows, rightAligned = [], indent = 2 } = layout;
  const all: readonly (readonly Cell[])[] =
    head.length > 0 ? [head.map((text) => ({ text, paint: page.colours.dim })), ...rows] : rows;
  if (rows.length === 0) return [];
  const columns = Math.max(0, ...all.map((row) => row.length));
  const widest = (measure: (text: string) => number): readonly number[] =>
    Array.from({ length: columns }, (_, column) =>
      Math.max(1, ...all.map((row) => measure(plainText(row[column] ?? "")))),
    );
  const texts = widest(stringWidth);
  const room = page.width - indent - gap * (columns - 1);
  const left = Math.min(drawing.widest, Math.max(drawing.narrowest, room - sum(texts)));
  const natural = texts.map((width, column) => (all.some((row) => isDrawing(row[column])) ? left : width));
  const widths = fitWidths(natural, widest(longestWord), room);
  const table = new Table({
    chars: withoutLines,
    colAligns: natural.map((_, column) => (rightAligned.includes(column) ? "right" : "left")),
    // The last column needs no gap behind it.
    colWidths: widths.map((width, column) => (column === columns - 1 ? width : width + gap)),
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    wordWrap: true,
  });
  table.push(
    ...all.map((row) =>
      row.map((cell, column) => ({
        content: render(cell, widths[column] ?? 1),
        style: { "padding-left": 0, "padding-right": column === columns - 1 ? 0 : gap },
      })),
    ),
  );
  return table
    .toString()
    .split("\n")
    .map((line) => `${" ".repeat(indent)}${line}`.trimEnd());
}

function isDrawing(cell: Cell | undefined): boolean {
  return typeof cell === "object" && "draw" in cell;
}

function plainText(cell: Cell): string {
  if (typeof cell === "object" && "draw" in cell) return "";
  // A control character from elsewhere could move the cursor or end the line.
  return (typeof cell === "string" ? cell : cell.text).replaceAll(/\p{Cc}+/gu, " ");
}

function render(cell: Cell, width: number): string {
  if (typeof cell === "object" && "draw" in cell) return cell.paint(cell.draw(width));
  const text = plainText(cell);
  return typeof cell === "string" ? text : cell.paint(text);
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/u).map(stringWidth));
}

/** Narrows the widest columns until all fit, each to its longest word at most. */
function fitWidths(natural: readonly number[], longestWords: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  let excess = sum(widths) - room;
  while (excess > 0) {
    const spare = widths.map((width, column) => (width > (longestWords[column] ?? width) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.lastIndexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

const withoutLines = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
};
