import type { ImportGraph } from "./import-graph";
import table from "./may-import.json";

/** A row of the table: a top-level folder or file, what it is, and what it may import besides itself. */
export interface Boundary {
  readonly folder: string;
  readonly is: string;
  readonly mayImport: readonly string[];
}

/** Every top-level folder of the product, those that others build on first. */
export const boundaries: readonly Boundary[] = table;

/** Imports that the table does not allow, as `from -> to`. */
export function violations(graph: ImportGraph, rows: readonly Boundary[] = boundaries): readonly string[] {
  const allowed = new Map(rows.map(({ folder, mayImport }) => [folder, new Set([folder, ...mayImport])]));
  return [...graph].flatMap(([file, imports]) =>
    imports
      .filter((imported) => allowed.get(top(file))?.has(top(imported)) !== true)
      .map((imported) => `${file} -> ${imported}`),
  );
}

function top(file: string): string {
  return file.split("/")[0] ?? "";
}
