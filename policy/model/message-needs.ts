import type { Requirements, ServiceBusRequirement } from "../../access/permissions";
import type { ServiceBusEntity } from "../../azure";
import { connectionValues } from "./connection-values";
import type { MessagePlaces } from "./message-places";
import type { PrincipalKey, WorkflowIdentities } from "./principals";
import { principalOf } from "./principals";
import type { ResourceKey } from "./resource-keys";
import type { StackConnection, StackWorkflow } from "./stack-definitions";

/** What an identity needs in Service Bus for one action of a workflow. */
export interface MessageNeed {
  /** Of the workflow. */
  readonly urn: string;
  readonly action: string;
  readonly principal: PrincipalKey;
  readonly namespace: ResourceKey;
  /** `queue`, `topic` or `topic/subscriptions/name`, in lower case. Absent: not known before the run. */
  readonly entity?: string;
  /** Several: one of them, and only the run tells which. None: it may need anything. */
  readonly dataActions: readonly string[];
}

export function readMessageNeeds(
  workflow: StackWorkflow,
  { serviceBus }: Requirements,
  identities: WorkflowIdentities,
  places: MessagePlaces,
  connections: readonly StackConnection[],
): readonly MessageNeed[] {
  return serviceBus.map((requirement) => {
    const name = namespaceName(workflow, requirement, connections);
    return {
      urn: workflow.urn,
      action: requirement.action,
      principal: principalOf(identities, requirement.identity),
      namespace: places.namespaceOf(name, name === undefined ? [...workflow.madeFrom] : []),
      ...(requirement.entity === undefined ? {} : { entity: entityPath(requirement.entity) }),
      dataActions: requirement.dataActions,
    };
  });
}

function namespaceName(
  workflow: StackWorkflow,
  { namespaceHost, connection }: ServiceBusRequirement,
  connections: readonly StackConnection[],
): string | undefined {
  if (namespaceHost !== undefined) return namespaceHost.split(".")[0];
  if (connection === undefined) return undefined;
  const { namespaceEndpoint } = connectionValues(workflow, connection, "servicebus", connections);
  return typeof namespaceEndpoint === "string" ? /^(?:sb:\/\/)?([^./]+)\./i.exec(namespaceEndpoint)?.[1] : undefined;
}

/** The dead letters of an entity are its own. */
function entityPath({ name, subscription }: ServiceBusEntity): string {
  return (subscription === undefined ? name : `${name}/subscriptions/${subscription}`).toLowerCase();
}
