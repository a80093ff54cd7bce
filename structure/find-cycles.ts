import type { ImportGraph } from "./import-graph";

/** A cycle of imports, as the paths along it; the first one is imported by the last one. */
export type Cycle = readonly string[];

/** Finds cycles of files: one cycle for each file from which an import leads back to it. */
export function cyclesOfFiles(graph: ImportGraph): readonly Cycle[] {
  const cycles: Cycle[] = [];
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      cycles.push(path.slice(start));
      return;
    }
    if (finished.has(file)) return;
    for (const imported of graph.get(file) ?? []) visit(imported, [...path, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

/**
 * Finds cycles of folders: at each level of the tree, among the folders and files that lie side by side.
 *
 * `a/x.ts` and `a/b/y.ts` count as `x.ts` and `b` inside `a`, so a folder may use files beside it that do not use it.
 */
export function cyclesOfFolders(graph: ImportGraph): readonly Cycle[] {
  const levels = new Map<string, Map<string, Set<string>>>();
  for (const [file, imports] of graph) {
    for (const imported of imports) addToLevel(levels, file.split("/"), imported.split("/"));
  }
  return [...levels.values()].flatMap((level) =>
    cyclesOfFiles(new Map([...level].map(([from, to]) => [from, [...to]]))).filter((cycle) =>
      cycle.some((path) => !path.endsWith(".ts")),
    ),
  );
}

/** Adds an import to the level at which its two paths part. */
function addToLevel(
  levels: Map<string, Map<string, Set<string>>>,
  from: readonly string[],
  to: readonly string[],
): void {
  let depth = 0;
  while (from[depth] !== undefined && from[depth] === to[depth]) depth += 1;
  const folder = from.slice(0, depth).join("/");
  const level = levels.get(folder) ?? new Map<string, Set<string>>();
  levels.set(folder, level);
  const source = from.slice(0, depth + 1).join("/");
  level.set(source, (level.get(source) ?? new Set()).add(to.slice(0, depth + 1).join("/")));
}
