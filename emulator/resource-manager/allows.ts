import { matchesAction } from "../../azure";
import { asObject, asString } from "../../definition/json";
import type { Principals } from "../resources/principals";
import { covers } from "../../azure/resource-id";
import type { ResourceStore } from "../resources/resource-store";
import { findRole } from "../resources/role-definition/arm";
import { parseTriggerAction } from "../resources/workflow/workflow-trigger";

/** Decides whether a principal may send a request to the resource manager. */
export type Allows = (principalId: string, method: string, path: string) => boolean;

/**
 * The deployer may do anything: what it needs, the emulator does not prove. A principal of the tenant may run triggers,
 * where a role that it was assigned says so, and nothing else.
 */
export function createAllows(store: ResourceStore, principals: Principals, deployerId?: string): Allows {
  return (principalId, method, path) => {
    if (principalId === deployerId || principals.typeOf(principalId) === undefined) return true;
    const trigger = parseTriggerAction(path);
    if (method !== "POST" || trigger === undefined) return false;
    const action = `Microsoft.Logic/workflows/triggers/${trigger.action}/action`;
    return store
      .all("Microsoft.Authorization/roleAssignments")
      .map(({ answer }) => asObject(answer.properties))
      .filter((assignment) => asString(assignment.principalId).toLowerCase() === principalId.toLowerCase())
      .filter(({ scope }) => covers(asString(scope), trigger.workflowId))
      .flatMap(({ roleDefinitionId }) => findRole(store, asString(roleDefinitionId))?.permissions ?? [])
      .some(
        ({ actions = [], notActions = [] }) =>
          actions.some((pattern) => matchesAction(pattern, action)) &&
          !notActions.some((pattern) => matchesAction(pattern, action)),
      );
  };
}
