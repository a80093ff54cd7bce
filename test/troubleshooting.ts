import { readFileSync } from "node:fs";
import { join } from "node:path";

const text = readFileSync(join(__dirname, "..", "docs", "troubleshooting.md"), "utf8");

/** docs/troubleshooting.md. */
export const troubleshooting = {
  /**
   * Rows of the first table under a heading, each as its cells, without the table's head; code marks of a first cell
   * that is all code are left out.
   *
   * @param heading undefined: the beginning, above the first heading of a section
   */
  rows(this: void, heading: string | undefined): readonly (readonly string[])[] {
    const sections = text.split("\n## ");
    const section = heading === undefined ? sections[0] : sections.find((found) => found.startsWith(`${heading}\n`));
    return (section ?? "")
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(2)
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim().replace(/^`([^`]*)`$/, "$1")),
      );
  },
};

/** The `pulumi up` commands that a text has, each once, with their first option: `npx pulumi up --refresh`. */
export function upCommands(remedy: string): readonly string[] {
  const found = remedy.match(/(?:npx )?pulumi (?:up|refresh)(?: --[a-z-]+)?/g) ?? [];
  return [...new Set(found)].sort();
}
