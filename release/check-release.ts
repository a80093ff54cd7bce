import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject } from "../definition";
import type { Checked } from "./checks/checked";
import { checkContents } from "./checks/contents";
import { checkLeaks } from "./checks/leaks";
import { checkLicences } from "./checks/licences";
import { describeProvenance } from "./checks/provenance";
import { checkVersion } from "./checks/versions";
import { packPackage } from "./pack-package";
import type { ReleasedPackage } from "./packages";

/** Results of all checks before a release. */
export interface ReleaseReport {
  readonly version: string;
  readonly packages: readonly { readonly name: string; readonly checks: readonly Checked[] }[];
  /** Lines on where the packages come from. */
  readonly provenance: readonly string[];
}

/**
 * Builds and packs each package, and checks what would be published.
 *
 * @param folder to build in
 */
export async function checkRelease(
  packages: readonly ReleasedPackage[],
  repository: string,
  folder: string,
): Promise<ReleaseReport> {
  const textOf = (file: string): Promise<string> => readFile(join(repository, file), "utf8");
  const version = String(asObject(JSON.parse(await textOf("package.json"))).version);
  const changelog = await textOf("CHANGELOG.md");
  const results = [];
  for (const released of packages) {
    const packed = await packPackage(released, repository, folder);
    const checks = [
      await checkContents(packed, released),
      await checkLeaks(packed, repository),
      checkLicences(packed, repository),
      checkVersion(packed, version, changelog),
    ];
    results.push({ packed, checks });
  }
  return {
    version,
    packages: results.map(({ packed, checks }) => ({ name: String(packed.manifest.name), checks })),
    provenance: await describeProvenance(
      results.map(({ packed }) => packed),
      repository,
    ),
  };
}

/** Decides whether nothing prevents the release. */
export function isReleasable({ packages }: ReleaseReport): boolean {
  return packages.every(({ checks }) => checks.every(({ problems }) => problems.length === 0));
}
