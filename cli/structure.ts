import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { boundaries, violations } from "../structure/boundaries";
import { crowdedFolders, projectFiles } from "../structure/crowded-folders";
import { cyclesOfFiles, cyclesOfFolders } from "../structure/find-cycles";
import { readImportGraph } from "../structure/import-graph";
import { withBoundaries } from "../structure/render-boundaries";
import { exitCodes, runCommand } from "./command-line/run-command";

const root = join(__dirname, "..");

const command = new Command("npm run structure --")
  .description(
    "Counts import cycles of files and of folders, imports that structure/may-import.json forbids, and folders with too many files.",
  )
  .option("--write", "write the table of boundaries to docs/architecture.md instead")
  .addHelpText("after", "\nExit code: 0 if there are none, 1 if there are any, 2 if an option is wrong.");

runCommand(command, async () => {
  const { write } = command.opts<{ readonly write?: boolean }>();
  if (write === true) {
    const file = join(root, "docs", "architecture.md");
    writeFileSync(file, withBoundaries(readFileSync(file, "utf8")));
    return exitCodes.succeeded;
  }
  const graph = await readImportGraph(
    root,
    boundaries.map(({ folder }) => folder),
  );
  const found = [
    ["cycles of files", cyclesOfFiles(graph).map((cycle) => cycle.join(" -> "))],
    ["cycles of folders", cyclesOfFolders(graph).map((cycle) => cycle.join(" -> "))],
    ["forbidden imports", violations(graph)],
    ["folders with more than 20 files side by side", crowdedFolders(projectFiles(root))],
  ] as const;
  for (const [name, places] of found) {
    process.stdout.write([`${name}: ${places.length}`, ...places.map((place) => `  ${place}`), ""].join("\n"));
  }
  return found.every(([, places]) => places.length === 0) ? exitCodes.succeeded : exitCodes.failed;
});
