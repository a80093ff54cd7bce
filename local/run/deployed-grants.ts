import {
  findBuiltInRole,
  permitsAction,
  permitsDataAction,
  readRolePermissions,
  roleGuid,
  type RolePermissions,
} from "../../azure";
import { asList, asObject, asString } from "../../definition/json";
import type { Arm } from "../../emulator/resource-manager";

/** A grant as it is deployed. */
export interface DeployedGrant {
  readonly principalId: string;
  readonly by: "role assignment" | "access policy";
  /** ID of the resource that it is for. */
  readonly scope: string;
  readonly permissions: readonly string[];
  permits(this: void, right: Right): boolean;
}

/** A right that an action needs: a permission of an access policy, a data action, or an action. */
export type Right =
  | { readonly permission: string; readonly dataAction: string }
  | { readonly dataAction: string }
  | { readonly action: string };

/** Lists the role assignments and access policies of every principal. */
export function listDeployedGrants(arm: Arm): readonly DeployedGrant[] {
  return [...listRoleAssignments(arm), ...listAccessPolicies(arm)];
}

function listRoleAssignments(arm: Arm): readonly DeployedGrant[] {
  const roles = new Map(
    arm.state("Microsoft.Authorization/roleDefinitions").map(({ name, answer }) => [name.toLowerCase(), answer]),
  );
  return arm.state("Microsoft.Authorization/roleAssignments").map(({ answer }) => {
    const { principalId, scope, roleDefinitionId } = asObject(answer.properties);
    const guid = roleGuid(asString(roleDefinitionId));
    const builtIn = findBuiltInRole(guid);
    const role: readonly RolePermissions[] =
      builtIn === undefined
        ? readRolePermissions(asObject(roles.get(guid.toLowerCase())?.properties).permissions)
        : [{ actions: builtIn.actions, dataActions: builtIn.dataActions }];
    return {
      principalId: asString(principalId),
      by: "role assignment",
      scope: asString(scope),
      permissions: role.flatMap(({ actions = [], dataActions = [] }) => [...actions, ...dataActions]),
      permits: (right) =>
        "action" in right ? permitsAction(role, right.action) : permitsDataAction(role, right.dataAction),
    };
  });
}

function listAccessPolicies(arm: Arm): readonly DeployedGrant[] {
  const policies = arm.resources().filter(({ type }) => /\/accessPolicies$/i.test(type));
  return policies.flatMap(({ id, body }) =>
    asList(asObject(body.properties).accessPolicies).map((entry): DeployedGrant => {
      const { objectId, permissions } = asObject(entry);
      const held = asList(asObject(permissions).secrets).map((permission) => asString(permission).toLowerCase());
      return {
        principalId: asString(objectId),
        by: "access policy",
        scope: id.replace(/\/accessPolicy\/[^/]*$/i, ""),
        permissions: held,
        permits: (right) => "permission" in right && held.includes(right.permission),
      };
    }),
  );
}
