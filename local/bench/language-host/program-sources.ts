import { buildSync } from "esbuild";
import { dirname } from "node:path";

/** The program's sources that are loaded at run time, relative to this project, by top-level folder; `.` is the root. */
export function programSources(): ReadonlyMap<string, readonly string[]> {
  const { metafile } = buildSync({
    entryPoints: ["index.ts"],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "cjs",
    metafile: true,
    write: false,
  });
  const folders = new Map<string, string[]>();
  for (const file of Object.keys(metafile.inputs).sort()) {
    const folder = dirname(file).split("/", 1)[0] ?? ".";
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders;
}
