import {
  allSecretOperations,
  findBuiltInRole,
  findPrivilegedActions,
  isSameName,
  permitsAction,
  permitsChanges,
  permitsDataAction,
  roleGuid,
  readRunsAction,
  type RolePermissions,
  type SecretOperation,
} from "../../azure";
import { asObject, type JsonObject } from "../../definition";
import type { StackResource } from "../stack";
import { isUnknown } from "../stack";

/** The role of an assignment, as far as it can be known. */
export type RoleOfGrant = KnownRole | { readonly known: false };

/** An entry of a role's permissions, as far as it is on one service. */
export interface DataPermissions {
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
  /** On vaults. */
  readonly permissions: readonly DataPermissions[];
  readonly serviceBus: readonly DataPermissions[];
  /**
   * On Logic Apps and Service Bus by Azure Resource Manager, besides reading anything but runs by name. Absent: known only
   * after deployment.
   */
  readonly control?: readonly RolePermissions[];
  /** Whether it permits reading the runs of Logic Apps. Absent: not known, as of a built-in role. */
  readonly readsRuns?: boolean;
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
      const { dataActions, actions, ...rest } = builtIn;
      const entries = [{ dataActions, notDataActions: [] }];
      return {
        known: true,
        isBuiltIn: true,
        ...rest,
        permissions: onService(entries, vaultActions),
        serviceBus: onService(entries, messageActions),
        control: actions.length === 0 ? [] : [{ actions }],
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
    isUnknown(dataActions) || hasUnknown(notDataActions);
  if (isUnknown(properties.permissions) || listed.some(isOpen)) return { known: false };
  const read = listed.map(({ actions, notActions, dataActions, notDataActions }) => ({
    actions: texts(actions),
    notActions: texts(notActions),
    dataActions: texts(dataActions),
    notDataActions: texts(notDataActions),
  }));
  const isControlOpen = listed.some(({ actions, notActions }) => [actions, notActions].some(hasUnknown));
  return {
    known: true,
    isBuiltIn: false,
    name: typeof properties.roleName === "string" ? properties.roleName : "a custom role",
    permissions: onService(read, vaultActions),
    serviceBus: onService(read, messageActions),
    ...(isControlOpen
      ? {}
      : {
          control: read.map(controlPermissions).filter(({ actions }) => actions.length > 0),
          readsRuns: permitsAction(read, readRunsAction),
        }),
    privilegedActions: findPrivilegedActions(read),
    permitsChanges: permitsChanges(read),
  };
}

const vaultActions = /^(microsoft\.keyvault\/|[^/]*\*)/i;
const messageActions = /^(microsoft\.servicebus\/|[^/]*\*)/i;
const controlActions = /^(microsoft\.(logic|servicebus)\/|[^/]*\*)/i;

function onService(entries: readonly DataPermissions[], service: RegExp): readonly DataPermissions[] {
  return entries
    .map((entry) => ({ ...entry, dataActions: entry.dataActions.filter((action) => service.test(action)) }))
    .filter(({ dataActions }) => dataActions.length > 0);
}

function controlPermissions({ actions, notActions }: { actions: readonly string[]; notActions: readonly string[] }) {
  return {
    actions: actions.filter(
      (action) => controlActions.test(action) && (isSameName(action, readRunsAction) || !/\/read$/i.test(action)),
    ),
    notActions,
  };
}

function hasUnknown(list: unknown): boolean {
  return isUnknown(list) || (Array.isArray(list) && list.some(isUnknown));
}

/** Lists the data actions on vaults that a role names, whatever it takes away. */
export function namedDataActions({ permissions }: KnownRole): readonly string[] {
  return permissions.flatMap(({ dataActions }) => dataActions);
}

/** Lists the operations on secrets that permissions allow. */
export function permittedOperations(permissions: readonly DataPermissions[]): readonly SecretOperation[] {
  return allSecretOperations.filter(({ dataAction }) => permitsDataAction(permissions, dataAction));
}

function texts(list: unknown): readonly string[] {
  return Array.isArray(list) ? (list as unknown[]).filter((item) => typeof item === "string") : [];
}
