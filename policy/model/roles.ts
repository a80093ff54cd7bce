import {
  allSecretOperations,
  findBuiltInRole,
  findPrivilegedActions,
  permitsChanges,
  permitsDataAction,
  roleGuid,
  type SecretOperation,
} from "../../azure";
import { asObject, type JsonObject } from "../../definition";
import type { StackResource } from "../stack";
import { isUnknown } from "../stack";

/** The role of an assignment, as far as it can be known. */
export type RoleOfGrant = KnownRole | { readonly known: false };

/** An entry of a role's permissions, as far as it is on vaults. */
export interface VaultPermissions {
  /** Patterns; at least one. */
  readonly dataActions: readonly string[];
  /** Patterns subtracted from `dataActions`. */
  readonly notDataActions: readonly string[];
}

/** A role whose permissions are known. */
export interface KnownRole {
  readonly known: true;
  /** True for a role of Azure's, which nobody can trim. */
  readonly isBuiltIn: boolean;
  readonly name: string;
  readonly permissions: readonly VaultPermissions[];
  /** Actions by which the holder can give itself more rights. */
  readonly privilegedActions: readonly string[];
  /** True if it permits anything but reading in Azure Resource Manager. */
  readonly permitsChanges: boolean;
}

/**
 * Finds the role of an assignment.
 *
 * @param madeFrom URNs of what the id is made from
 * @param roles custom roles of the stack, by URN and by id
 */
export function resolveRole(
  id: unknown,
  madeFrom: readonly string[],
  roles: ReadonlyMap<string, RoleOfGrant>,
): RoleOfGrant {
  if (typeof id === "string") {
    const builtIn = findBuiltInRole(id);
    if (builtIn !== undefined) {
      const { dataActions, ...rest } = builtIn;
      return {
        known: true,
        isBuiltIn: true,
        ...rest,
        permissions: dataActions.length === 0 ? [] : [{ dataActions, notDataActions: [] }],
      };
    }
    const custom = roles.get(roleGuid(id));
    if (custom !== undefined) return custom;
  }
  const made = madeFrom.map((urn) => roles.get(urn)).find((role) => role !== undefined);
  return made ?? { known: false };
}

/** Reads a custom role from its resource. */
export function readRole({ properties }: StackResource): RoleOfGrant {
  const permissions = Array.isArray(properties.permissions) ? (properties.permissions as unknown[]) : [];
  const listed = permissions.map((each) => asObject(each));
  const isOpen = ({ dataActions, notDataActions }: JsonObject): boolean =>
    [dataActions, notDataActions].some(isUnknown) || (Array.isArray(notDataActions) && notDataActions.some(isUnknown));
  if (isUnknown(properties.permissions) || listed.some(isOpen)) return { known: false };
  const read = listed.map(({ actions, notActions, dataActions, notDataActions }) => ({
    actions: texts(actions),
    notActions: texts(notActions),
    dataActions: texts(dataActions).filter((action) => /^(microsoft\.keyvault\/|[^/]*\*)/i.test(action)),
    notDataActions: texts(notDataActions),
  }));
  return {
    known: true,
    isBuiltIn: false,
    name: typeof properties.roleName === "string" ? properties.roleName : "a custom role",
    permissions: read.filter(({ dataActions }) => dataActions.length > 0),
    privilegedActions: findPrivilegedActions(read),
    permitsChanges: permitsChanges(read),
  };
}

/** Lists the data actions on vaults that a role names, whatever it takes away. */
export function namedDataActions({ permissions }: KnownRole): readonly string[] {
  return permissions.flatMap(({ dataActions }) => dataActions);
}

/** Lists the operations on secrets that permissions allow. */
export function permittedOperations(permissions: readonly VaultPermissions[]): readonly SecretOperation[] {
  return allSecretOperations.filter(({ dataAction }) => permitsDataAction(permissions, dataAction));
}

function texts(list: unknown): readonly string[] {
  return Array.isArray(list) ? (list as unknown[]).filter((item) => typeof item === "string") : [];
}
