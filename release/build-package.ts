import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { asObject } from "../definition";
import { bundledPackages, renderNotices, type BundledPackage } from "./bundled-packages";
import type { ReleasedPackage } from "./packages";
import { writeDeclarations } from "./write-declarations";

/**
 * Builds what a package contains: its modules, each with the packages that it needs and does not declare, the notices of
 * those packages, and its types.
 *
 * @param repository folder with the sources
 * @param dist folder to write to
 * @returns the packages whose code it contains
 */
export async function buildPackage(
  released: ReleasedPackage,
  repository: string,
  dist: string,
): Promise<readonly BundledPackage[]> {
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: { ...released.entryPoints },
    outdir: dist,
    bundle: true,
    // Above all Pulumi's SDK, of which a program must have one copy.
    external: (await declaredPackages(join(repository, released.folder))).flatMap((name) => [name, `${name}/*`]),
    platform: "node",
    target: "node20",
    format: "cjs",
    // The `main` of jsonc-parser is a UMD module, whose own files esbuild cannot find.
    mainFields: ["module", "main"],
    keepNames: released.keepNames,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  const bundled = await bundledPackages(metafile, repository);
  await writeFile(join(dist, "third-party-notices.txt"), renderNotices(bundled));
  if (released.types !== undefined) await writeDeclarations(released.types, join(dist, "index.d.ts"), repository);
  return bundled;
}

async function declaredPackages(folder: string): Promise<readonly string[]> {
  const { dependencies, peerDependencies } = asObject(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));
  return [dependencies, peerDependencies].flatMap((declared) => Object.keys(asObject(declared)));
}
