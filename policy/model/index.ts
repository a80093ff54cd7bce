import { roleGuid } from "../../azure";
import type { Requirements } from "../../access/permissions";
import type { StackConnection, StackConnector, StackWorkflow } from "./stack-definitions";
import { readConnections, readConnectors, readWorkflows } from "./stack-definitions";
import type { Grant } from "./grants";
import { groupMembers } from "./group-members";
import { readAccessPolicies, readRoleAssignment } from "./grants";
import { readRole, type RoleOfGrant } from "./roles";
import type { Need } from "./needs";
import { readNeeds, workflowRequirements } from "./needs";
import type { ControlNeed } from "./control-needs";
import { readControlNeeds } from "./control-needs";
import type { MessageNeed } from "./message-needs";
import { readMessageNeeds } from "./message-needs";
import { MessagePlaces } from "./message-places";
import { namedResource, ResourceKeys } from "./resource-keys";
import type { PrincipalKey, WorkflowIdentities } from "./principals";
import { identitiesByName, Principals, readIdentities } from "./principals";
import { readForms } from "../resource-forms";
import type { Stack, StackResource } from "../stack";
import type { ModelVault, VaultKey } from "./vaults";
import { readVault, VaultKeys } from "./vaults";

export type { StackConnection, StackConnector, StackWorkflow } from "./stack-definitions";
export { isSecureParameter } from "./stack-definitions";
export type { Grant } from "./grants";
export type { KnownRole, DataPermissions } from "./roles";
export { namedDataActions, permittedOperations } from "./roles";
export { forPrincipal, findVault } from "./look-up";
export type { Need } from "./needs";
export type { ControlNeed } from "./control-needs";
export type { MessageNeed } from "./message-needs";
export type { OtherScope, Scope } from "./scopes";
export type { PrincipalKey, WorkflowIdentities } from "./principals";
export { encrypted, isUnknown, normaliseType, unknown, unknownOnWire } from "../stack";
export type { Stack, StackResource } from "../stack";
export { maybeSame } from "./resource-keys";
export { connectorWrites, inputsByAction, vaultWrites, secretWrites } from "./writes";
export type { Write } from "./writes";
export type { ModelVault, VaultKey } from "./vaults";

/** A workflow with what its definition asks and who it is. */
export interface ModelWorkflow extends StackWorkflow {
  readonly resource: StackResource;
  readonly requirements: Requirements;
  readonly identities: WorkflowIdentities;
}

/** A stack as the rules see it. */
export interface StackModel {
  readonly stack: Stack;
  readonly vaults: readonly ModelVault[];
  readonly workflows: readonly ModelWorkflow[];
  readonly connectors: readonly StackConnector[];
  readonly connections: readonly StackConnection[];
  readonly grants: readonly Grant[];
  readonly needs: readonly Need[];
  readonly messages: MessagePlaces;
  readonly messageNeeds: readonly MessageNeed[];
  readonly controlNeeds: readonly ControlNeed[];
  /** Identities that workflows of the stack run as. */
  readonly workloads: ReadonlySet<PrincipalKey>;
  ofType(this: void, type: string): readonly StackResource[];
  /** The vault that a resource names by its property `vaultName`. */
  vaultOf(this: void, resource: StackResource): VaultKey;
}

/** Types that give somebody a role, at once or when they ask for it (Privileged Identity Management). */
const assignmentTypes = [
  "RoleAssignment",
  "RoleAssignmentScheduleRequest",
  "RoleEligibilityScheduleRequest",
  "PimRoleAssignmentSchedule",
  "PimRoleEligibilitySchedule",
];

/** Reads a stack once, for all rules. */
export function buildModel(written: Stack): StackModel {
  const stack = readForms(written);
  const byType = grouped(stack.resources);
  const ofType = (type: string): readonly StackResource[] => byType.get(type.toLowerCase()) ?? [];
  const byUrn = new Map(stack.resources.map((resource) => [resource.urn, resource]));
  const vaults = ofType("azure-native:keyvault:Vault").map(readVault);
  const keys = new VaultKeys(vaults);
  const principals = new Principals(stack.resources);
  const connections = readConnections(stack);
  const identityByName = identitiesByName(ofType("azure-native:managedidentity:UserAssignedIdentity"));
  const messages = new MessagePlaces(ofType);
  const workflowResources = ofType("azure-native:logic:Workflow");
  const workflowUrns = new Set(workflowResources.map(({ urn }) => urn));
  const workflowKeys = new ResourceKeys(workflowResources.map((each) => namedResource(each, "workflowName")));
  const scopeKeys = { vaults: keys, messages, workflows: workflowKeys };
  const roles = indexRoles(ofType("azure-native:authorization:RoleDefinition"));
  const workflows = readWorkflows(stack).flatMap((workflow): readonly ModelWorkflow[] => {
    const resource = byUrn.get(workflow.urn);
    if (resource === undefined) return [];
    return [
      {
        ...workflow,
        resource,
        requirements: workflowRequirements(workflow),
        identities: readIdentities(resource, byUrn, identityByName),
      },
    ];
  });
  const members = groupMembers(stack.resources, principals);
  const grants = [
    ...[...ofType("azure-native:keyvault:Vault"), ...ofType("azure-native:keyvault:AccessPolicy")].flatMap((resource) =>
      readAccessPolicies(resource, principals, keys),
    ),
    ...assignmentTypes.flatMap((type) =>
      ofType(`azure-native:authorization:${type}`).map((resource) =>
        readRoleAssignment(resource, principals, scopeKeys, roles),
      ),
    ),
  ].flatMap((grant) => members.get(grant.principal)?.map((principal) => ({ ...grant, principal })) ?? [grant]);
  return {
    stack,
    vaults,
    workflows,
    connectors: readConnectors(stack),
    connections,
    grants,
    needs: workflows.flatMap((workflow) =>
      readNeeds(workflow, workflow.requirements, workflow.identities, keys, connections),
    ),
    messages,
    messageNeeds: workflows.flatMap((workflow) =>
      readMessageNeeds(workflow, workflow.requirements, workflow.identities, messages, connections),
    ),
    controlNeeds: workflows.flatMap((workflow) =>
      readControlNeeds(workflow, workflow.requirements, workflow.identities, workflowKeys, workflowUrns),
    ),
    workloads: new Set(
      workflows.flatMap(({ identities: { systemAssigned, userAssigned } }) => [
        ...(systemAssigned === undefined ? [] : [systemAssigned]),
        ...userAssigned,
      ]),
    ),
    ofType,
    vaultOf: (resource) => keys.ofResource(resource),
  };
}

function grouped(resources: readonly StackResource[]): ReadonlyMap<string, readonly StackResource[]> {
  const groups = new Map<string, StackResource[]>();
  for (const resource of resources) {
    const type = resource.type.toLowerCase();
    const group = groups.get(type);
    if (group === undefined) groups.set(type, [resource]);
    else group.push(resource);
  }
  return groups;
}

/** Custom roles, by URN and, where it is known, by the GUID of their id. */
function indexRoles(resources: readonly StackResource[]): ReadonlyMap<string, RoleOfGrant> {
  const roles = new Map<string, RoleOfGrant>();
  for (const resource of resources) {
    const role = readRole(resource);
    roles.set(resource.urn, role);
    const { id, roleDefinitionId } = resource.properties;
    for (const known of [id, roleDefinitionId]) if (typeof known === "string") roles.set(roleGuid(known), role);
  }
  return roles;
}
