import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { findPrivilegedActions, permitsChanges, type RolePermissions } from "../azure";
import { exitCodes, runCommand } from "./command-line/run-command";

interface SourceRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly (RolePermissions & { readonly dataActions?: readonly string[] })[];
}

const command = new Command("npm run built-in-roles --")
  .description("Writes azure/built-in-roles.json from a list of Azure's role definitions.")
  .argument("<file>", "a JSON array of { id, name, permissions }, condensed from 'az role definition list'");

runCommand(command, () => {
  const [file = ""] = command.args;
  writeFileSync(join(__dirname, "..", "azure", "built-in-roles.json"), condenseRoles(readRoles(file)));
  return Promise.resolve(exitCodes.succeeded);
});

function readRoles(file: string): readonly SourceRole[] {
  const roles = parseFile(file);
  if (!Array.isArray(roles)) command.error(`error: ${file} is not a list. Expected a JSON array of role definitions.`);
  return roles as readonly SourceRole[];
}

function parseFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return command.error(`error: ${file} cannot be read as JSON. Expected a JSON array of role definitions.`);
  }
}

function condenseRoles(source: readonly SourceRole[]): string {
  const actions = new Map<string, number>();
  const indexAction = (action: string): number => {
    const known = actions.get(action) ?? actions.size;
    actions.set(action, known);
    return known;
  };
  const rows = [...source]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, permissions }): [string, unknown] => {
      const listed = permissions
        .flatMap(({ actions = [] }) => actions)
        .filter((action) => /^(microsoft\.(logic|servicebus)\/|\*)/i.test(action) && !/\/read$/i.test(action));
      return [
        id.toLowerCase(),
        [
          name,
          permissions
            .flatMap(({ dataActions = [] }) => dataActions)
            .filter((action) => /^(microsoft\.(keyvault\/vaults|servicebus)\/|\*)/i.test(action))
            .map(indexAction),
          findPrivilegedActions(permissions).map(indexAction),
          permitsChanges(permissions) ? 1 : 0,
          ...(listed.length === 0 ? [] : [listed.map(indexAction)]),
        ],
      ];
    });
  const list = (items: readonly unknown[]): string => items.map((item) => JSON.stringify(item)).join(",\n");
  const members = rows.map(([id, row]) => `${JSON.stringify(id)}:${JSON.stringify(row)}`);
  return `{"actions":[\n${list([...actions.keys()])}\n],"roles":{\n${members.join(",\n")}\n}}\n`;
}
