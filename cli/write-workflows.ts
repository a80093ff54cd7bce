import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { renderWorkflows } from "../workflows/reference/render-workflows";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = new Command("npm run workflows --").description(
  "Writes docs/workflows.md from the definitions that are deployed.",
);

runCommand(command, () => {
  writeFileSync(join(__dirname, "..", "docs", "workflows.md"), renderWorkflows());
  return Promise.resolve(exitCodes.succeeded);
});
