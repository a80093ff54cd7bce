import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackedPackage } from "../pack-package";
import type { ReleasedPackage } from "../packages";
import type { Checked } from "./checked";

/** Files that a package may have. */
const allowed = /^(package\.json|README\.md|LICENSE|PulumiPolicy\.yaml|dist\/[\w-]+(\.d\.ts|\.js|-notices\.txt))$/;
const required = ["package.json", "README.md", "LICENSE", "dist/index.js", "dist/third-party-notices.txt"];
/** Folders of the repository whose code is for its own use. */
const ownUse = ["emulator", "local", "structure", "test", "verify"];

/** Checks that a package has the files that it needs and no other, of the size that is expected. */
export async function checkContents(
  { files, folder }: PackedPackage,
  { largestSize, types }: Pick<ReleasedPackage, "largestSize" | "types">,
): Promise<Checked> {
  const paths = files.map(({ path }) => path);
  const size = Math.round(files.reduce((sum, file) => sum + file.size, 0) / 1_000);
  const sources = await Promise.all(
    paths.filter((path) => path.endsWith(".js")).map((path) => sourcesOf(folder, path)),
  );
  return {
    check: "contents",
    summary: `${paths.length} files, ${size} KB`,
    problems: [
      ...paths.filter((path) => !allowed.test(path)).map((path) => `${path} is not a file that a package may have.`),
      ...[...required, ...(types === undefined ? [] : ["dist/index.d.ts"])]
        .filter((path) => !paths.includes(path))
        .map((path) => `${path} is missing.`),
      ...(size > largestSize ? [`The files have ${size} KB. At most ${largestSize} KB are expected.`] : []),
      ...sources.flat(),
    ],
  };
}

/** esbuild names each source in a comment before its code. */
async function sourcesOf(folder: string, path: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, path), "utf8");
  const folders = new Set([...text.matchAll(/^ *\/\/ ([\w-]+)\/\S+\.(?:ts|json)$/gm)].map(([, name = ""]) => name));
  return ownUse
    .filter((name) => folders.has(name))
    .map((name) => `${path} contains code of ${name}/, which is for this repository alone.`);
}
