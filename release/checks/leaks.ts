import { readFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { knownShape } from "../../policy/credentials";
import type { PackedPackage } from "../pack-package";
import type { Checked } from "./checked";

/** Words of the values that tests plant to search for. */
const planted = /\b(?:canary-\w+|Pl4nted|planted-\w+)/;
const pathsOfMachines = /(?:\/(?:home|Users|root)\/[a-z]|[A-Z]:\\Users\\)[\w.-]*/;

/**
 * Checks that no file names this machine or contains a credential: by the shapes that the policy pack knows, and by the
 * words of values that tests plant.
 *
 * @param repository folder of the repository, which no file may name
 */
export async function checkLeaks({ files, folder }: PackedPackage, repository: string): Promise<Checked> {
  const folders = [repository, homedir(), tmpdir()].filter((path) => path.length > 1);
  const problems = await Promise.all(
    files.map(async ({ path }) => {
      const lines = (await readFile(join(folder, path), "utf8")).split("\n");
      return lines.flatMap((line, index) =>
        findings(line, folders).map((what) => `${path}:${index + 1} contains ${what}.`),
      );
    }),
  );
  return { check: "secrets, paths", summary: `${files.length} files searched`, problems: problems.flat() };
}

function findings(line: string, folders: readonly string[]): readonly string[] {
  const credential = knownShape(line);
  return [
    ...(credential === undefined ? [] : [`what looks like ${credential}`]),
    ...(planted.test(line) ? ["a value that a test planted"] : []),
    ...(pathsOfMachines.test(line) || folders.some((path) => line.includes(path)) ? ["a path of a machine"] : []),
    ...(line.includes("sourceMappingURL=") ? ["a reference to a source map"] : []),
  ];
}
