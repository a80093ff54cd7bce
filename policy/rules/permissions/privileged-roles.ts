import { roleGuid } from "../../../azure";
import type { Rule } from "../../rule/rule";

interface Configuration {
  /** GUIDs of further roles that no workload may have. */
  readonly deniedRoleIds: readonly string[];
}

export const privilegedRoles: Rule<Configuration> = {
  id: "privileged-roles",
  sentence: "No workload has a role that changes resources or gives rights.",
  level: "mandatory",
  reason: "Owner, Contributor, User Access Administrator and their like let a workflow give itself anything.",
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
    const all = model.ofType("azure-native:authorization:RoleAssignment");
    const assignments = new Map(all.map((assignment) => [assignment.urn, assignment]));
    for (const { urn, principal, gives } of model.grants) {
      if (gives.kind !== "role" || !model.workloads.has(principal)) continue;
      if (gives.role.known && gives.role.isPrivileged) {
        report.finding({ urn, path: "roleDefinitionId", message: `A workload has the role "${gives.role.name}".` });
      }
      const { roleDefinitionId } = assignments.get(urn)?.properties ?? {};
      if (typeof roleDefinitionId === "string" && denied.has(roleGuid(roleDefinitionId))) {
        report.finding({ urn, path: "roleDefinitionId", message: "A workload has a role that is denied here." });
      }
    }
  },
};
