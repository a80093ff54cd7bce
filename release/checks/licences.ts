import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asObject } from "../../definition";
import type { BundledPackage } from "../bundled-packages";
import type { PackedPackage } from "../pack-package";
import type { Checked } from "./checked";

/** Licences that allow what this project's own does, on condition of a notice at most. */
const allowed: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Python-2.0",
  "Unlicense",
]);

/** Packages whose package.json names no licence of the list, and why they may be used nevertheless. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ["@logdna/tail-file", "Its file LICENSE is the MIT licence. Pulumi's SDK needs it."],
  ["spdx-exceptions", "A list of names under CC-BY-3.0, which demands attribution. Pulumi's SDK needs it."],
]);

/** Checks the licences of the packages whose code a package contains, and of those that npm installs with it. */
export function checkLicences({ bundled, manifest }: PackedPackage, repository: string): Checked {
  const installed = dependencyTree(Object.keys(asObject(manifest.dependencies)), repository);
  return {
    check: "licences",
    summary: `${bundled.length} packages within, ${installed.length} installed with it`,
    problems: [
      ...[...bundled, ...installed]
        .filter(({ name, licence }) => !exceptions.has(name) && !isAllowed(licence))
        .map(
          ({ name, version, licence }) =>
            `${name} ${version} has ${licence === "" ? "no licence" : `the licence ${licence}`}, which is not on the list.`,
        ),
      ...bundled
        .filter(({ text }) => text === "")
        .map(({ name, version }) => `${name} ${version} has no text of its licence for the notices.`),
    ],
  };
}

/** Decides about an SPDX expression without parentheses inside others: each of "AND", or one of "OR". */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, "$1");
  if (bare.includes(" OR ")) return bare.split(" OR ").some(isAllowed);
  return bare.split(" AND ").every((licence) => allowed.has(licence));
}

type Installed = Pick<BundledPackage, "name" | "version" | "licence">;

/** Finds packages and all that they depend on, as they are installed in the repository. */
function dependencyTree(names: readonly string[], repository: string): readonly Installed[] {
  const found = new Map<string, Installed>();
  const visit = (name: string, from: string): void => {
    const folder = findPackage(name, from);
    if (folder === undefined || found.has(folder)) return;
    const { version, license, dependencies } = asObject(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    found.set(folder, { name, version: String(version), licence: typeof license === "string" ? license : "" });
    for (const dependency of Object.keys(asObject(dependencies))) visit(dependency, folder);
  };
  for (const name of names) visit(name, repository);
  return [...found.values()];
}

/** Folder of a package as Node finds it from another folder. */
function findPackage(name: string, from: string): string | undefined {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  return dirname(from) === from ? undefined : findPackage(name, dirname(from));
}
