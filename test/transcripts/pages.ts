import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stepsOf, type PageStep } from "./page";

const root = join(__dirname, "..", "..");

/** A page that has commands. */
export interface Page {
  /** Path from the repository's root. */
  readonly path: string;
  readonly text: string;
  readonly steps: readonly PageStep[];
}

/** The pages of this repository that have commands, by path. */
export function pagesWithCommands(): readonly Page[] {
  const listed = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" });
  return listed
    .trimEnd()
    .split("\n")
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
    .map(({ path, text }) => ({ path, text, steps: stepsOf(text) }))
    .filter(({ steps }) => steps.length > 0);
}
