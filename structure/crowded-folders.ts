import { execFileSync } from "node:child_process";

/** Most files that a folder may have side by side; folders beside them do not count. */
const maximum = 20;

/**
 * Lists folders with more files side by side than a reader takes in at once, as `folder (number)`.
 *
 * @param files - paths relative to the project's root, which counts as `.`
 */
export function crowdedFolders(files: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > maximum).map(([folder, count]) => `${folder} (${count})`);
}

/** Lists the project's files, new ones included, as Git has them: without dependencies and what is built. */
export function projectFiles(root: string): readonly string[] {
  const list = (...options: string[]): readonly string[] =>
    execFileSync("git", ["ls-files", "-z", ...options], { cwd: root, encoding: "utf8" })
      .split("\0")
      .filter(Boolean);
  const deleted = new Set(list("--deleted"));
  return list("--cached", "--others", "--exclude-standard").filter((file) => !deleted.has(file));
}
