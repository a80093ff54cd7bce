import { asObject } from "../../definition";
import type { StackResource } from "./stack";

/** Who holds a grant: an identity of the stack, by the URN of what has it; another one, by id; or nobody can tell yet. */
export type PrincipalKey = `urn:${string}` | `id:${string}` | "unknown";

const workflowType = "azure-native:logic:workflow";
const identityType = "azure-native:managedidentity:userassignedidentity";

/** Finds the identity that a grant is for, by what its principal is made from and by ids. */
export class Principals {
  private readonly urns = new Set<string>();
  private readonly byId = new Map<string, string>();

  constructor(resources: readonly StackResource[]) {
    for (const { urn, type, properties } of resources) {
      const kind = type.toLowerCase();
      if (kind !== workflowType && kind !== identityType) continue;
      this.urns.add(urn);
      const id = kind === workflowType ? asObject(properties.identity).principalId : properties.principalId;
      if (typeof id === "string") this.byId.set(id.toLowerCase(), urn);
    }
  }

  /**
   * @param id of the principal, where it is known
   * @param madeFrom URNs of what the id is made from
   */
  of(id: unknown, madeFrom: readonly string[]): PrincipalKey {
    const own = typeof id === "string" ? this.byId.get(id.toLowerCase()) : undefined;
    const urn = own ?? madeFrom.find((candidate) => this.urns.has(candidate));
    if (urn !== undefined) return `urn:${urn}`;
    return typeof id === "string" ? `id:${id.toLowerCase()}` : "unknown";
  }
}

/**
 * Whose grants count for a workflow's calls: its own, where its identity is system-assigned, or those of the
 * user-assigned identities that it is made with.
 */
export function readIdentities(
  workflow: StackResource,
  resources: ReadonlyMap<string, StackResource>,
): WorkflowIdentities {
  const { type } = asObject(workflow.properties.identity);
  const kinds = typeof type === "string" ? type.toLowerCase() : "";
  const userAssigned = (workflow.propertyDependencies.identity ?? []).filter(
    (urn) => resources.get(urn)?.type.toLowerCase() === identityType,
  );
  return {
    ...(kinds.includes("systemassigned") ? { systemAssigned: `urn:${workflow.urn}` as const } : {}),
    userAssigned: userAssigned.map((urn) => `urn:${urn}` as const),
  };
}

export interface WorkflowIdentities {
  readonly systemAssigned?: PrincipalKey;
  readonly userAssigned: readonly PrincipalKey[];
}
