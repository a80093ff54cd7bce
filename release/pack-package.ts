import { execFile } from "node:child_process";
import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { asObject } from "../definition";
import { asList, asString } from "../definition/json";
import { buildPackage } from "./build-package";
import type { BundledPackage } from "./bundled-packages";
import type { ReleasedPackage } from "./packages";

/** A package as it would be published. */
export interface PackedPackage {
  /** Path of the archive. */
  readonly archive: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Files of the archive, with their sizes in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** Folder with those files, and with those that were left out. */
  readonly folder: string;
  readonly bundled: readonly BundledPackage[];
}

/**
 * Builds and packs a package apart from the repository, whose files stay as they are.
 *
 * @param folder to build in
 */
export async function packPackage(
  released: ReleasedPackage,
  repository: string,
  folder: string,
): Promise<PackedPackage> {
  const staged = join(folder, released.folder);
  await mkdir(staged, { recursive: true });
  const manifest = asObject(JSON.parse(await readFile(join(repository, released.folder, "package.json"), "utf8")));
  const own = asList(manifest.files)
    .map(asString)
    .filter((name) => name !== "dist");
  for (const name of ["package.json", "README.md", "LICENSE", ...own]) {
    await cp(join(repository, released.folder, name), join(staged, name), { recursive: true });
  }
  const bundled = await buildPackage(released, repository, join(staged, "dist"));
  const options = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await promisify(execFile)("npm", options, { cwd: staged });
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string; size: number }[] }];
  return {
    archive: join(folder, packed.filename),
    manifest,
    files: packed.files.map(({ path, size }) => ({ path, size })),
    folder: staged,
    bundled,
  };
}
