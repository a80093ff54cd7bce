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
  return tableRows("operations/drift.md", "What restores what");
}

/** Codes of Salesforce's errors of records in docs/consumer/etl.md, by the class that they belong to. */
export function documentedRowErrors(): readonly { readonly failureClass: string; readonly codes: readonly string[] }[] {
  return tableRows("consumer/etl.md", "Errors of records").map(([codes = "", failureClass = ""]) => ({
    failureClass: failureClass.replace(/`/g, ""),
    codes: [...codes.matchAll(/`([A-Z_]+)`/g)].map(([, code = ""]) => code),
  }));
}

/** Executions that runs of a consumer take, in docs/consumer/README.md. */
export function documentedConsumerCosts(): Readonly<Record<string, number>> {
  return Object.fromEntries(
    tableRows("consumer/README.md", "What it costs").map(([run = "", executions]) => [run, Number(executions)]),
  );
}

/** Rows of the table in a section of a page, each as its cells, without the heading. */
function tableRows(name: string, title: string): readonly (readonly string[])[] {
  const section =
    page(name)
      .split("\n## ")
      .find((found) => found.startsWith(`${title}\n`)) ?? "";
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
