import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { asObject } from "../definition";

/** A package whose code is part of another one. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression of its package.json; empty without one. */
  readonly licence: string;
  /** Text of its licence; empty without a file. */
  readonly text: string;
}

/** Finds the packages of which esbuild has bundled files, in alphabetical order. */
export async function bundledPackages(metafile: Metafile, repository: string): Promise<readonly BundledPackage[]> {
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  return Promise.all([...folders].sort().map((folder) => readPackage(join(repository, folder))));
}

async function readPackage(folder: string): Promise<BundledPackage> {
  const { name, version, license } = asObject(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|-|$)/i.test(entry));
  return {
    name: String(name),
    version: String(version),
    licence: typeof license === "string" ? license : "",
    text: file === undefined ? "" : await readFile(join(folder, file), "utf8"),
  };
}

/** Renders the notices that licences demand of who passes the code on. */
export function renderNotices(packages: readonly BundledPackage[]): string {
  const notices = packages.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text.trim()}\n`,
  );
  return ["This package contains code of these packages:\n", ...notices].join(`\n${"-".repeat(80)}\n\n`);
}
