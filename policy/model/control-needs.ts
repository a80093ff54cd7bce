import type { Requirements, WorkflowName } from "../../access/permissions";
import { runTriggerAction } from "../../azure";
import { asObject } from "../../definition";
import type { PrincipalKey, WorkflowIdentities } from "./principals";
import { principalOf } from "./principals";
import type { ResourceKey, ResourceKeys } from "./resource-keys";
import type { StackWorkflow } from "./stack-definitions";

/** What an identity needs of Azure Resource Manager for one action of a workflow. */
export interface ControlNeed {
  /** Of the workflow. */
  readonly urn: string;
  readonly action: string;
  readonly principal: PrincipalKey;
  /** Absent: not known before the run. */
  readonly permission?: string;
  /** The Logic App that the permission is needed at. Absent: not known before the run, or another type of resource. */
  readonly workflow?: ResourceKey;
}

/** Finds what a workflow needs on Logic Apps and Service Bus; calls of other providers are left out. */
export function readControlNeeds(
  workflow: StackWorkflow,
  { triggerRuns, resourceManagerCalls, connectors }: Requirements,
  identities: WorkflowIdentities,
  workflows: ResourceKeys,
  workflowUrns: ReadonlySet<string>,
): readonly ControlNeed[] {
  const { urn } = workflow;
  const keyOf = (name: WorkflowName): ResourceKey => {
    if (name === "unknown") return "unknown";
    if ("id" in name) return workflows.of(name.id.split("/").at(-1), []);
    const [only, ...others] = [...workflow.madeFrom].filter((made) => made !== urn && workflowUrns.has(made));
    return only === undefined || others.length > 0 ? "unknown" : `urn:${only}`;
  };
  return [
    ...triggerRuns.map(({ action, workflow: name, identity }) => ({
      urn,
      action,
      principal: principalOf(identities, identity),
      permission: runTriggerAction,
      workflow: keyOf(name),
    })),
    ...resourceManagerCalls.flatMap(({ action, permission, id = "", workflow: named, identity }) => {
      const need = { urn, action, principal: principalOf(identities, identity) };
      if (permission === undefined) return [need];
      if (named !== undefined) return [{ ...need, permission, workflow: keyOf(named) }];
      if (/^Microsoft\.ServiceBus\//i.test(permission)) return [{ ...need, permission }];
      const name = /\/providers\/Microsoft\.Logic\/workflows\/([^/]+)/i.exec(id)?.[1];
      return name === undefined ? [] : [{ ...need, permission, workflow: workflows.of(name, []) }];
    }),
    ...connectors
      .filter(({ connection }) => isResourceManager(workflow, connection))
      .map(({ action }) => ({ urn, action, principal: "unknown" as const })),
  ];
}

/** The managed connector of Azure Resource Manager. https://learn.microsoft.com/connectors/arm/ */
function isResourceManager({ values }: StackWorkflow, connection: string): boolean {
  const { id } = asObject(asObject(values.$connections)[connection]);
  return typeof id === "string" && /\/managedApis\/arm$/i.test(id);
}
