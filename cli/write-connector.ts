import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { renderReference } from "../connector/reference/render-reference";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = new Command("npm run reference --").description(
  "Writes docs/connector.md from the connector's document and its relay's answers.",
);

runCommand(command, () => {
  writeFileSync(join(__dirname, "..", "docs", "connector.md"), renderReference());
  return Promise.resolve(exitCodes.succeeded);
});
