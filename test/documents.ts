import { readFileSync } from "node:fs";
import { join } from "node:path";

const page = (name: string) => readFileSync(join(__dirname, "..", "docs", name), "utf8");

/** A failure class as a page explains it. */
export interface DocumentedFailure {
  readonly code: string;
  readonly meaning: string;
  readonly fix: string;
}

/** The failure classes of a page below docs/: each has a heading, what it means, and a fix. */
export function documentedFailures(name = "troubleshooting.md"): readonly DocumentedFailure[] {
  return page(name)
    .split(/^#{2,3} /m)
    .flatMap((section) => {
      const [, code, meaning = "", fix = ""] = /^`(.+)`\n\n([^]*?)\n\n\*\*Fix:\*\* ([^]*)$/.exec(section) ?? [];
      return code === undefined ? [] : [{ code, meaning: meaning.trim(), fix: fix.trim() }];
    });
}

/** Rows of the table "What restores what" in docs/operations/drift.md, each as its cells. */
export function documentedRestorations(): readonly (readonly string[])[] {
  const section =
    page("operations/drift.md")
      .split("\n## ")
      .find((found) => found.startsWith("What restores what\n")) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The `pulumi up` commands that a text has, each once, with their first option: `npx pulumi up --refresh`. */
export function upCommands(remedy: string): readonly string[] {
  const found = remedy.match(/(?:npx )?pulumi (?:up|refresh)(?: --[a-z-]+)?/g) ?? [];
  return [...new Set(found)].sort();
}
