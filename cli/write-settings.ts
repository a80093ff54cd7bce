import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { pulumiDeclarations } from "../settings/reference/pulumi-declarations";
import { renderReference } from "../settings/reference/render-reference";

/** Writes the files that are derived from the schemas: docs/settings.md, and the `config` of Pulumi.yaml. */
const root = join(__dirname, "..");
writeFileSync(join(root, "docs", "settings.md"), renderReference());
const projectFile = join(root, "Pulumi.yaml");
const project = parseDocument(readFileSync(projectFile, "utf8"));
project.set("config", project.createNode(pulumiDeclarations()));
writeFileSync(projectFile, project.toString({ lineWidth: 0 }));
