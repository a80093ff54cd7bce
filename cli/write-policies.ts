import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { chapters, renderCatalogue } from "../policy/catalogue";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = new Command("npm run policies --").description(
  "Writes docs/policy/rules.md and docs/policy/rules/ from the rules.",
);

runCommand(command, () => {
  const examples = join(__dirname, "..", "policy", "catalogue", "examples");
  const docs = join(__dirname, "..", "docs", "policy");
  mkdirSync(join(docs, "rules"), { recursive: true });
  for (const [file, text] of renderCatalogue(chapters, examples)) writeFileSync(join(docs, file), text);
  return Promise.resolve(exitCodes.succeeded);
});
