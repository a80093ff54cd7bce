import Table from "cli-table3";
import type { Page } from "./page";

/** A text, with its colour where it has one, or a drawing in the room that the texts leave. */
export type Cell =
  | string
  | { readonly text: string; readonly paint: (text: string) => string }
  | { readonly draw: (width: number) => string; readonly paint: (text: string) => string };

/** A table without lines; its cells wrap where the page is too narrow. */
export interface TableLayout {
  readonly head?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of numbers. */
  readonly rightAligned?: readonly number[];
  /** @default 2 */
  readonly indent?: number;
}

const gap = 2;
const narrowestColumn = 6;
const drawing = { narrowest: 10, widest: 40 };

/** Renders a table within the page's width. */
export function renderTable(page: Page, layout: TableLayout): readonly string[] {
  const { head = [], rows, rightAligned = [], indent = 2 } = layout;
  const all: readonly (readonly Cell[])[] =
    head.length > 0 ? [head.map((text) => ({ text, paint: page.colours.dim })), ...rows] : rows;
  if (rows.length === 0) return [];
  const columns = Math.max(0, ...all.map((row) => row.length));
  const texts = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...all.map((row) => plainText(row[column] ?? "").length)),
  );
  const room = page.width - indent - gap * (columns - 1);
  const left = Math.min(drawing.widest, Math.max(drawing.narrowest, room - sum(texts)));
  const natural = texts.map((width, column) => (all.some((row) => isDrawing(row[column])) ? left : width));
  const widths = fitWidths(natural, room);
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
  // cli-table3 cuts off what is longer than its column; broken up, all of it shows.
  const text = plainText(cell).replaceAll(/\S+/gu, (word) => breakUp(word, width));
  return typeof cell === "string" ? text : cell.paint(text);
}

/** Breaks a word that is too long where it has parts, such as behind a hyphen, or else anywhere. */
function breakUp(word: string, width: number): string {
  if (word.length <= width) return word;
  const part = /^.*(?:[-_/](?=.)|[a-z](?=[A-Z]))/u.exec(word.slice(0, width + 1))?.[0].length ?? width;
  return `${word.slice(0, part)} ${breakUp(word.slice(part), width)}`;
}

/** Narrows the widest columns until all fit. */
function fitWidths(natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  let excess = sum(widths) - room;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowestColumn) break;
    widths[widths.lastIndexOf(widest)] = widest - 1;
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
