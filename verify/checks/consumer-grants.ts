import { deriveRequirements } from "../../access/permissions";
import {
  covers,
  permitsAction,
  permitsDataAction,
  readRunsAction,
  runTriggerAction,
  type RolePermissions,
} from "../../azure";
import { asString } from "../../definition/json";
import type { ArmClient } from "../azure/arm-client";
import { readRoleAssignments } from "../azure/read-role-assignments";
import type { Workflow } from "../azure/read-workflow";
import { failed, passed, type CheckResult } from "../check-result";
import { explainMissingRoles, findPrincipalId, noIdentity, type GrantingStack } from "./grants";

const check = "grants";

/** A permission that a Logic App needs outside the vault. */
interface NeededRole {
  readonly resourceId: string;
  readonly permission: string;
  readonly identity: unknown;
  permits(this: void, permissions: readonly RolePermissions[]): boolean;
}

/**
 * Checks that a consumer's identity may receive from its subscription and run the refreshes that its deployed definition
 * runs.
 *
 * @param subscriptionId ID of the subscription that the stack has for the consumer
 */
export async function checkConsumerGrants(
  azure: ArmClient,
  stack: GrantingStack,
  workflow: Workflow,
  subscriptionId: string,
): Promise<readonly CheckResult[]> {
  const needs = distinct(neededRoles(workflow, subscriptionId));
  return Promise.all(needs.map((need) => checkRole(azure, stack, workflow, need)));
}

function neededRoles(workflow: Workflow, subscriptionId: string): readonly NeededRole[] {
  const { serviceBus, triggerRuns, resourceManagerCalls } = deriveRequirements(
    workflow.definition,
    workflow.parameters,
  );
  const ofMessages = serviceBus.flatMap(({ dataActions, identity }) =>
    dataActions.map((permission) => ({
      ...{ resourceId: subscriptionId, permission, identity },
      permits: (permissions: readonly RolePermissions[]) => permitsDataAction(permissions, permission),
    })),
  );
  const ofRefreshes = triggerRuns.flatMap(({ workflow: named, identity }) => {
    if (named === "unknown") return [];
    const id = "id" in named ? named.id : asString(workflow.parameters[named.parameter]);
    const resourceId = `/${id.replace(/^\//, "")}`;
    const permits = (permissions: readonly RolePermissions[]): boolean => permitsAction(permissions, runTriggerAction);
    return [{ resourceId, permission: runTriggerAction, identity, permits }];
  });
  const ofRuns = resourceManagerCalls.flatMap(({ permission, id = "", identity }) => {
    const resourceId = id.replace(/\/runs$/i, "");
    if (permission !== readRunsAction || resourceId === id) return [];
    const permits = (permissions: readonly RolePermissions[]): boolean => permitsAction(permissions, readRunsAction);
    return [{ resourceId, permission: readRunsAction, identity, permits }];
  });
  return [...ofMessages, ...ofRefreshes, ...ofRuns];
}

/** Each need once, however many actions have it. */
function distinct(needs: readonly NeededRole[]): readonly NeededRole[] {
  return [...new Map(needs.map((need) => [`${need.resourceId} ${need.permission}`, need])).values()];
}

async function checkRole(
  azure: ArmClient,
  stack: GrantingStack,
  workflow: Workflow,
  { resourceId, permission, identity, permits }: NeededRole,
): Promise<CheckResult> {
  const subject = workflow.name;
  const principalId = findPrincipalId(workflow, asString(identity).toLowerCase());
  if (principalId === undefined) {
    return failed({ check, subject, seen: "lacks the identity that it calls with" }, noIdentity);
  }
  const held = await readRoleAssignments(azure, resourceId, principalId);
  const place = `'${resourceId.slice(resourceId.lastIndexOf("/") + 1)}'`;
  if (held.some(({ scope, permissions }) => covers(scope, resourceId) && permits(permissions))) {
    return passed(check, subject, `holds ${permission} on ${place}`);
  }
  const remedy = explainMissingRoles(stack, { id: resourceId }, principalId, held);
  return failed({ check, subject, seen: `lacks ${permission} on ${place}` }, remedy);
}
