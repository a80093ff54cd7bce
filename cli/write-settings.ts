import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { parseDocument } from "yaml";
import { pulumiDeclarations } from "../settings/reference/pulumi-declarations";
import { renderArgumentTypes } from "../settings/reference/render-argument-types";
import { keysFiles } from "../settings/reference/keys-files";
import { renderProviders } from "../settings/reference/render-providers";
import { renderReference } from "../settings/reference/render-reference";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = new Command("npm run settings --").description(
  "Writes the files that are derived from the settings' schemas: docs/settings.md, docs/providers.md, component/arguments.ts, the types of keys in settings/fields/, and the `config` of Pulumi.yaml.",
);

runCommand(command, () => {
  const root = join(__dirname, "..");
  writeFileSync(join(root, "docs", "settings.md"), renderReference());
  writeFileSync(join(root, "docs", "providers.md"), renderProviders());
  writeFileSync(join(root, "component", "arguments.ts"), renderArgumentTypes());
  for (const { file, text } of keysFiles()) writeFileSync(join(root, file), text);
  const projectFile = join(root, "Pulumi.yaml");
  const project = parseDocument(readFileSync(projectFile, "utf8"));
  project.set("config", project.createNode(pulumiDeclarations()));
  writeFileSync(projectFile, project.toString({ lineWidth: 0 }));
  return Promise.resolve(exitCodes.succeeded);
});
