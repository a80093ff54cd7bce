import { asObject } from "../../../definition";
import { isUnknown } from "../../model";
import type { Rule } from "../../rule/rule";
import { noConfiguration } from "../../rule/rule";

export const customRoles: Rule = {
  id: "custom-roles",
  sentence: "A custom role has no wildcard, does not grant access, and is assignable within a resource group only.",
  fault: "A custom role has a wildcard, grants access, or is assignable beyond a resource group.",
  level: "mandatory",
  levelReason: "What a wildcard permits changes without a change of the role, so that a review of it does not last.",
  reason: "A wildcard also matches actions that Azure adds later, and notDataActions excludes only those known today.",
  remediation: "List each action and data action by name, and make the role assignable in the vault's resource group.",
  reference: "https://learn.microsoft.com/azure/role-based-access-control/custom-roles",
  configuration: noConfiguration,
  evaluate(model, _, report) {
    for (const { urn, properties } of model.ofType("azure-native:authorization:RoleDefinition")) {
      const permissions = Array.isArray(properties.permissions) ? (properties.permissions as unknown[]) : [];
      if (isUnknown(properties.permissions)) report.undecided({ urn, path: "permissions" });
      for (const [index, permission] of permissions.entries()) {
        for (const kind of ["actions", "dataActions"]) {
          const listed = asObject(permission)[kind];
          const path = `permissions[${index}].${kind}`;
          if (isUnknown(listed)) report.undecided({ urn, path });
          for (const action of Array.isArray(listed) ? (listed as unknown[]) : []) {
            if (typeof action !== "string") report.undecided({ urn, path });
            else if (action.includes("*"))
              report.finding({ urn, path, message: `The role contains the wildcard ${action}.` });
            else if (/^Microsoft\.Authorization\/.*\/(write|action)$/i.test(action)) {
              report.finding({ urn, path, message: `The role permits granting access: ${action}.` });
            }
          }
        }
      }
      const scopes = Array.isArray(properties.assignableScopes) ? (properties.assignableScopes as unknown[]) : [];
      for (const scope of scopes) {
        if (typeof scope === "string" && !/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.test(scope)) {
          report.finding({ urn, path: "assignableScopes", message: "The role is assignable above a resource group." });
        }
      }
    }
  },
};
