import { asList, asObject, asString } from "../definition/json";
import { matchesAction } from "./matches-action";

/**
 * One entry of a role definition's `permissions`, as Azure writes it. An absent list is empty.
 *
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export interface RolePermissions {
  /** Patterns of permitted control-plane actions; `*` stands for any text. */
  readonly actions?: readonly string[];
  /** Patterns subtracted from `actions`. */
  readonly notActions?: readonly string[];
  /** Patterns of permitted data actions; `*` stands for any text. */
  readonly dataActions?: readonly string[];
  /** Patterns subtracted from `dataActions`. */
  readonly notDataActions?: readonly string[];
}

/** Decides whether a role with these permissions permits a control-plane action. */
export function permitsAction(permissions: readonly RolePermissions[], action: string): boolean {
  return permissions.some(({ actions, notActions }) => permits(actions, notActions, action));
}

/** Decides whether a role with these permissions permits a data action. */
export function permitsDataAction(permissions: readonly RolePermissions[], dataAction: string): boolean {
  return permissions.some(({ dataActions, notDataActions }) => permits(dataActions, notDataActions, dataAction));
}

/** Exclusions apply within one entry only: another entry can still permit what this one subtracts. */
function permits(included: readonly string[] = [], excluded: readonly string[] = [], action: string): boolean {
  const matches = (pattern: string): boolean => matchesAction(pattern, action);
  return included.some(matches) && !excluded.some(matches);
}

/** Reads the `permissions` of a role definition that Azure Resource Manager returned; texts alone count. */
export function readRolePermissions(permissions: unknown): readonly RolePermissions[] {
  return asList(permissions).map((entry) => {
    const { actions, notActions, dataActions, notDataActions } = asObject(entry);
    return {
      actions: asList(actions).map(asString),
      notActions: asList(notActions).map(asString),
      dataActions: asList(dataActions).map(asString),
      notDataActions: asList(notDataActions).map(asString),
    };
  });
}
