import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { PackedPackage } from "../pack-package";

/** Lines that let whoever installs a package see that it was made from these sources. */
export async function describeProvenance(
  packages: readonly PackedPackage[],
  repository: string,
): Promise<readonly string[]> {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: repository, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain").split("\n").filter(Boolean).length;
  const archives = await Promise.all(
    packages.map(async ({ archive, manifest }) => {
      const hash = createHash("sha512").update(await readFile(archive));
      return `${String(manifest.name)}: sha512-${hash.digest("base64")}`;
    }),
  );
  return [
    `Commit ${git("rev-parse", "HEAD")}${changed === 0 ? "" : `, and ${changed} files that are not committed`}`,
    ...archives,
    ...packages.flatMap(({ manifest: { name, private: isPrivate, repository: address } }) => [
      ...(isPrivate === true
        ? [`${String(name)} is private: npm refuses to publish it until its owner removes that.`]
        : []),
      ...(address === undefined
        ? [`${String(name)} names no repository, which npm publish --provenance requires.`]
        : []),
    ]),
  ];
}
