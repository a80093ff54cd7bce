import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { renderCatalogue } from "../policy/catalogue";
import { catalogue } from "../policy/command-line/check";
import { exitCodes, runCommand } from "./run-command";

const command = new Command("npm run policies --").description("Writes docs/policies.md from the rules.");

runCommand(command, () => {
  writeFileSync(join(__dirname, "..", "docs", "policies.md"), renderCatalogue(catalogue));
  return Promise.resolve(exitCodes.succeeded);
});
