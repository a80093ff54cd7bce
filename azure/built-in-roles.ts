/** One of Azure's built-in roles, as far as it concerns workloads that use secrets, messages and other workflows. */
export interface BuiltInRole {
  readonly name: string;
  /** Data actions on vaults and on Service Bus; `*` stands for any text. */
  readonly dataActions: readonly string[];
  /** Actions by which the holder can give itself more rights. */
  readonly privilegedActions: readonly string[];
  /** True where it permits more than reading in Azure Resource Manager. */
  readonly permitsChanges: boolean;
  /** Actions on Logic Apps and on Service Bus, besides reading; `*` stands for any text. */
  readonly actions: readonly string[];
}

/** The table as `npm run built-in-roles` writes it: roles by GUID, in which lists are indexes into `actions`. */
interface Table {
  readonly actions: readonly string[];
  readonly roles: Readonly<Record<string, Row>>;
}

type Row = readonly [
  name: string,
  dataActions: readonly number[],
  privilegedActions: readonly number[],
  permitsChanges: number,
  actions?: readonly number[],
];

let loaded: Table | undefined;

/** Loaded at the first look-up: most stacks name no built-in role, and the policy pack starts at every preview. */
function table(): Table {
  // An import would be evaluated at start, also in the bundle.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  loaded ??= require("./built-in-roles.json") as Table;
  return loaded;
}

const read = new Map<string, BuiltInRole>();

/**
 * Finds one of Azure's built-in roles, as of 2026-08-22.
 *
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 *
 * @param roleDefinitionId a role definition's id, or the GUID at its end, in any letter case
 */
export function findBuiltInRole(roleDefinitionId: string): BuiltInRole | undefined {
  const guid = roleGuid(roleDefinitionId);
  const known = read.get(guid);
  if (known !== undefined) return known;
  const { roles, actions } = table();
  // Plain look-up would find inherited properties such as "constructor".
  const row = /^[\da-f-]{36}$/.test(guid) ? roles[guid] : undefined;
  if (row === undefined) return undefined;
  const actionsAt = (indexes: readonly number[] = []): readonly string[] =>
    indexes.map((index) => actions[index] ?? "");
  const role = {
    name: row[0],
    dataActions: actionsAt(row[1]),
    privilegedActions: actionsAt(row[2]),
    permitsChanges: row[3] === 1,
    actions: actionsAt(row[4]),
  };
  read.set(guid, role);
  return role;
}

/** Finds the GUID of the built-in role of that name, in any letter case. */
export function findBuiltInRoleGuid(name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(table().roles).find(([, [each]]) => each.toLowerCase() === wanted)?.[0];
}

/** The GUID by which a role is known, whatever scope its id begins with. */
export function roleGuid(roleDefinitionId: string): string {
  return roleDefinitionId.slice(roleDefinitionId.lastIndexOf("/") + 1).toLowerCase();
}
