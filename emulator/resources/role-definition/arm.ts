import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import { ArmError } from "../errors";
import { covers, findBuiltInRole, roleGuid, type RolePermissions } from "../../../azure";
import type { PutRequest, ResourceProvider, ArmServices } from "../resource-provider";
import type { ResourceStore } from "../resource-store";
import { behaviours } from "./behaviours";

const type = "Microsoft.Authorization/roleDefinitions";

/** Microsoft.Authorization/roleDefinitions: custom roles. */
export function roleDefinitions({ store }: ArmServices): ResourceProvider {
  return {
    type,
    located: false,
    put: (request) => {
      const properties = asObject(request.body.properties);
      rejectWrong(request, properties, store);
      return { properties: { type: "CustomRole", ...properties } };
    },
  };
}

function rejectWrong({ target, existing }: PutRequest, properties: JsonObject, store: ResourceStore): void {
  const roleName = asString(properties.roleName);
  if (!isGuid(target.name)) {
    throw new ArmError(behaviours.invalidName, `The role definition name '${target.name}' is not a GUID.`);
  }
  if (roleName === "") throw new ArmError(behaviours.roleNameMissing, "The role definition has no roleName.");
  if (asList(properties.assignableScopes).length === 0) {
    throw new ArmError(behaviours.assignableScopesMissing, `The role '${roleName}' has no assignable scope.`);
  }
  if (findBuiltInRole(target.name) !== undefined) {
    throw new ArmError(behaviours.builtIn, `The built-in role '${target.name}' cannot be written.`);
  }
  // The name is unique in the tenant, whatever the scope.
  const namesake = store.all(type).find((other) => {
    const otherName = asString(asObject(other.answer.properties).roleName);
    return other.id !== existing?.id && otherName.toLowerCase() === roleName.toLowerCase();
  });
  if (namesake === undefined) return;
  const message = `A role definition with the name '${roleName}' exists already: '${namesake.name}'.`;
  throw new ArmError(behaviours.nameTaken, message);
}

/** Decides whether a text is a GUID. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** A role, custom or built in. */
export interface Role {
  readonly permissions: readonly RolePermissions[];
  isAssignableAt(scope: string): boolean;
}

/** Finds the role of an ID, ignoring the scope in it; undefined for an unknown role. */
export function findRole(store: ResourceStore, roleDefinitionId: string): Role | undefined {
  const name = roleGuid(roleDefinitionId);
  const builtIn = findBuiltInRole(name);
  if (builtIn !== undefined) {
    const permissions = [{ dataActions: builtIn.dataActions }];
    return { permissions, isAssignableAt: () => true };
  }
  const custom = store.all(type).find((role) => role.name.toLowerCase() === name);
  if (custom === undefined) return undefined;
  const properties = asObject(custom.answer.properties);
  return {
    permissions: asList(properties.permissions).map((permission) => {
      const { actions, notActions, dataActions, notDataActions } = asObject(permission);
      return {
        actions: asList(actions).map(asString),
        notActions: asList(notActions).map(asString),
        dataActions: asList(dataActions).map(asString),
        notDataActions: asList(notDataActions).map(asString),
      };
    }),
    isAssignableAt: (scope) => asList(properties.assignableScopes).some((above) => covers(asString(above), scope)),
  };
}
