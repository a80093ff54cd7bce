import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findPrivilegedActions, permitsChanges } from "../azure/privileged-actions";
import type { RolePermissions } from "../azure/role-permissions";

interface SourceRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly (RolePermissions & { readonly dataActions?: readonly string[] })[];
}

// Writes built-in-roles.json from a list of Azure's role definitions: `npm run built-in-roles -- FILE`, where FILE is a
// JSON array of { id, name, permissions }, such as one condensed from `az role definition list`.
const [, , file = ""] = process.argv;
const source = JSON.parse(readFileSync(file, "utf8")) as readonly SourceRole[];
const actions = new Map<string, number>();

function indexOf(action: string): number {
  const known = actions.get(action) ?? actions.size;
  actions.set(action, known);
  return known;
}

const rows = [...source]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .map(({ id, name, permissions }) => [
    id.toLowerCase(),
    name,
    permissions
      .flatMap(({ dataActions = [] }) => dataActions)
      .filter((action) => /^(microsoft\.keyvault\/vaults\/|\*)/i.test(action))
      .map(indexOf),
    findPrivilegedActions(permissions).map(indexOf),
    permitsChanges(permissions) ? 1 : 0,
  ]);
writeFileSync(
  join(process.cwd(), "azure", "built-in-roles.json"),
  `{"actions":[\n${[...actions.keys()].map((action) => JSON.stringify(action)).join(",\n")}\n],"roles":[\n${rows
    .map((row) => JSON.stringify(row))
    .join(",\n")}\n]}\n`,
);
