import type { JsonObject } from "../../definition";
import { asObject } from "../../definition";
import type { StackResource } from "../stack";

/** Holder of a grant: an identity of the stack, by the URN of its resource; another one, by id; or unknown at preview. */
export type PrincipalKey = `urn:${string}` | `id:${string}` | "unknown";

const workflowType = "azure-native:logic:workflow";
const identityType = "azure-native:managedidentity:userassignedidentity";

/** Where each type of resource that is a principal has its id. */
const idProperties: Readonly<Record<string, (properties: JsonObject) => unknown>> = {
  [workflowType]: ({ identity }) => asObject(identity).principalId,
  [identityType]: ({ principalId }) => principalId,
  "azuread:index:group": ({ objectId }) => objectId,
};

/** Finds the identity that a grant is for, by what its principal is made from and by ids. */
export class Principals {
  private readonly urns = new Set<string>();
  private readonly byId = new Map<string, string>();

  constructor(resources: readonly StackResource[]) {
    for (const { urn, type, properties } of resources) {
      const kind = type.toLowerCase();
      const id = idProperties[kind]?.(properties);
      if (!(kind in idProperties)) continue;
      this.urns.add(urn);
      if (typeof id === "string") this.byId.set(id.toLowerCase(), urn);
    }
  }

  /** True if a resource of the stack is a principal. */
  has(urn: string): boolean {
    return this.urns.has(urn);
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

/** Identities that a workflow runs as. */
export interface WorkflowIdentities {
  readonly systemAssigned?: PrincipalKey;
  readonly userAssigned: readonly PrincipalKey[];
}

/**
 * Finds the identities whose grants count for a workflow's calls: its system-assigned one, and the user-assigned ones
 * that it is made from or names by resource id.
 *
 * @param identityByName URNs of the stack's user-assigned identities, by their name in lower case
 */
export function readIdentities(
  workflow: StackResource,
  resources: ReadonlyMap<string, StackResource>,
  identityByName: ReadonlyMap<string, string>,
): WorkflowIdentities {
  const { type, userAssignedIdentities } = asObject(workflow.properties.identity);
  const kinds = typeof type === "string" ? type.toLowerCase() : "";
  const made = (workflow.propertyDependencies.identity ?? []).filter(
    (urn) => resources.get(urn)?.type.toLowerCase() === identityType,
  );
  const ids = Array.isArray(userAssignedIdentities)
    ? (userAssignedIdentities as unknown[])
    : Object.keys(asObject(userAssignedIdentities));
  const named = ids.flatMap((id) => (typeof id === "string" ? (identityByName.get(lastSegment(id)) ?? []) : []));
  return {
    ...(kinds.includes("systemassigned") ? { systemAssigned: `urn:${workflow.urn}` as const } : {}),
    userAssigned: [...new Set([...made, ...named])].map((urn) => `urn:${urn}` as const),
  };
}

/**
 * The identity that a call is made with.
 *
 * @param identity resource id of a user-assigned one, as the definition has it; undefined for the system-assigned one
 */
export function principalOf({ systemAssigned, userAssigned }: WorkflowIdentities, identity: unknown): PrincipalKey {
  if (identity === undefined) return systemAssigned ?? "unknown";
  // Which of several is meant stands in an id that may be unknown; with one, there is no question.
  const [only, ...others] = userAssigned;
  return only === undefined || others.length > 0 ? "unknown" : only;
}

/** Indexes user-assigned identities by the name at the end of their id. */
export function identitiesByName(identities: readonly StackResource[]): ReadonlyMap<string, string> {
  return new Map(
    identities.flatMap(({ urn, properties: { resourceName, name, id } }) =>
      [resourceName, name, typeof id === "string" ? lastSegment(id) : undefined].flatMap((each) =>
        typeof each === "string" ? [[each.toLowerCase(), urn] as const] : [],
      ),
    ),
  );
}

function lastSegment(id: string): string {
  return id.replace(/\/+$/, "").split("/").at(-1)?.toLowerCase() ?? "";
}
