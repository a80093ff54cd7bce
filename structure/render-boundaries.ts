import { boundaries, type Boundary } from "./boundaries";

const [begin, end] = ["<!-- Written by `npm run structure -- --write` -->", "<!-- End -->"];

/** Replaces the table between the two comments of docs/architecture.md. @throws {Error} where they are missing */
export function withBoundaries(document: string, rows: readonly Boundary[] = boundaries): string {
  const [before, rest] = document.split(`${begin}\n`);
  const [, after] = rest?.split(`${end}\n`) ?? [];
  if (before === undefined || after === undefined) throw new Error(`"${begin}" or "${end}" is missing.`);
  return `${before}${begin}\n\n${renderBoundaries(rows)}\n\n${end}\n${after}`;
}

function renderBoundaries(rows: readonly Boundary[]): string {
  const cells = [
    ["Folder", "Contains", "May import"],
    ...rows.map(({ folder, is, mayImport }) => [
      `\`${folder.endsWith(".ts") ? folder : `${folder}/`}\``,
      is,
      mayImport.map((name) => `\`${name}\``).join(", ") || "–",
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[], fill = " "): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(["", "", ""], "-"), ...body.map((row) => line(row))].join("\n");
}
