import { join } from "node:path";

/** Imports among the project's own files: for each file, the files that it imports, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the imports of the project's TypeScript files.
 *
 * @param root - folder of the project
 * @param folders - top-level folders and files to read; paths in the result are relative to `root`
 */
export async function readImportGraph(root: string, folders: readonly string[]): Promise<ImportGraph> {
  const { cruise } = await import("dependency-cruiser");
  const { default: extractTypeScriptConfig } = await import("dependency-cruiser/config-utl/extract-ts-config");
  const { output } = await cruise(
    [...folders],
    { baseDir: root, doNotFollow: "node_modules", exclude: "node_modules|/dist/", tsPreCompilationDeps: true },
    {},
    { tsConfig: extractTypeScriptConfig(join(root, "tsconfig.json")) },
  );
  if (typeof output === "string") throw new Error("dependency-cruiser returned a report where a graph was expected.");
  const own = output.modules.filter(({ coreModule, couldNotResolve, matchesDoNotFollow }) =>
    [coreModule, couldNotResolve, matchesDoNotFollow].every((foreign) => foreign !== true),
  );
  const sources = new Set(own.map(({ source }) => source).filter((source) => !source.endsWith(".json")));
  return new Map(
    own.map(({ source, dependencies }) => [
      source,
      dependencies.map(({ resolved }) => resolved).filter((resolved) => sources.has(resolved)),
    ]),
  );
}
