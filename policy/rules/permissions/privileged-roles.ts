import { permitsDataAction, roleGuid } from "../../../azure";
import type { Grant, KnownRole } from "../../model";
import type { Rule } from "../../rule/rule";

interface Configuration {
  /** GUIDs of further roles that no workload may have. */
  readonly deniedRoleIds: readonly string[];
}

export const privilegedRoles: Rule<Configuration> = {
  id: "privileged-roles",
  sentence: "No workload has a role that changes resources or grants access.",
  fault: "A workload has a role that changes resources or grants access.",
  level: "mandatory",
  levelReason: "With such a role a workflow can change everything else that these rules check.",
  reason:
    "With Owner, Contributor, User Access Administrator and similar roles, a workflow can grant itself any permission.",
  remediation: "Assign a role with the data actions that the workflow needs, and nothing else.",
  reference: "https://learn.microsoft.com/azure/role-based-access-control/best-practices",
  configuration: {
    schema: {
      type: "object",
      properties: {
        deniedRoleIds: {
          type: "array",
          items: { type: "string" },
          description: "GUIDs of further roles that no workload may have.",
        },
      },
      additionalProperties: false,
    },
    defaults: { deniedRoleIds: [] },
  },
  evaluate(model, { deniedRoleIds }, report) {
    const denied = new Set(deniedRoleIds.map(roleGuid));
    for (const { urn, principal, gives, scope, paths } of model.grants) {
      if (gives.kind !== "role" || !model.workloads.has(principal)) continue;
      const why = gives.role.known ? describePrivilege(gives.role, scope) : undefined;
      if (gives.role.known && why !== undefined) {
        const message = `A workload has the role "${gives.role.name}", which permits ${why}.`;
        report.finding({ urn, path: paths.rights, message });
      }
      if (gives.roleId !== undefined && denied.has(gives.roleId)) {
        report.finding({ urn, path: paths.rights, message: "A workload has a role that is denied here." });
      }
    }
  },
};

/** Describes the privileged actions that take effect at a scope; undefined where there are none. */
function describePrivilege(role: KnownRole, scope: Grant["scope"]): string | undefined {
  const effective = role.privilegedActions.filter((action) => isEffectiveAt(scope, action));
  if (effective.length > 0) {
    const shown = effective.slice(0, 3).join(", ");
    return effective.length > 3 ? `${shown} and ${effective.length - 3} more privileged actions` : shown;
  }
  if (permitsDataAction(role.permissions, "Microsoft.KeyVault/vaults/any/action")) {
    return "every data action on a vault";
  }
  const isAtVault = scope.kind === "vault" || scope.kind === "secret";
  return isAtVault && role.permitsChanges ? "changes in Azure Resource Manager at a vault" : undefined;
}

/** At one resource, only actions on it and on what is below it take effect, and those that grant rights. */
function isEffectiveAt(scope: Grant["scope"], action: string): boolean {
  const provider = action.split("/")[0]?.toLowerCase();
  if (provider === "microsoft.authorization") return true;
  if (scope.kind === "other") return action.toLowerCase().startsWith(`${scope.type}/`);
  return scope.kind === "vault" || scope.kind === "secret" ? provider === "microsoft.keyvault" : true;
}
