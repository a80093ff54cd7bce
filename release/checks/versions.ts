import type { PackedPackage } from "../pack-package";
import type { Checked } from "./checked";

/**
 * Checks that a package has the version of the project, and that the changelog has a section for it, be it the one of
 * what is not released yet.
 *
 * @param version of the project
 */
export function checkVersion(
  { manifest }: Pick<PackedPackage, "manifest">,
  version: string,
  changelog: string,
): Checked {
  const isReleased = new RegExp(`^## \\[${escaped(version)}\\] - \\d{4}-\\d{2}-\\d{2}$`, "m").test(changelog);
  const isAnnounced = new RegExp(`^What is to be ${escaped(version)}\\.$`, "m").test(changelog);
  return {
    check: "version",
    summary: `${version}, ${isReleased ? "dated in the changelog" : "not dated in the changelog yet"}`,
    problems: [
      ...(manifest.version === version
        ? []
        : [`package.json has the version ${String(manifest.version)}. Expected ${version}, that of the project.`]),
      ...(isReleased || isAnnounced
        ? []
        : [`CHANGELOG.md has no section "## [${version}] - <date>", and Unreleased is not to be ${version}.`]),
    ],
  };
}

function escaped(text: string): string {
  return text.replaceAll(".", "\\.");
}
