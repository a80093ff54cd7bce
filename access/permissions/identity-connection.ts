import { asObject } from "../../definition";
import type { ParameterValues } from "./fold-template";

/** A connection of a managed connector that authenticates with the workflow's own identity. */
export interface IdentityConnection {
  /** Resource id of the managed connector. Absent: not known before deployment. */
  readonly api?: string;
  /** Resource id of the user-assigned identity. Absent: the system-assigned one. */
  readonly identity?: unknown;
}

/**
 * Finds a connection among the workflow's `$connections`.
 *
 * @param key among `$connections`, in any letter case
 * @returns undefined for one that authenticates otherwise
 */
export function findIdentityConnection(key: string, parameters: ParameterValues): IdentityConnection | undefined {
  const connections = Object.entries(asObject(parameters.get("$connections")));
  const { id, connectionProperties } = asObject(
    connections.find(([each]) => each.toLowerCase() === key.toLowerCase())?.[1],
  );
  const { type, identity } = asObject(asObject(connectionProperties).authentication);
  if (typeof type !== "string" || type.toLowerCase() !== "managedserviceidentity") return undefined;
  return {
    ...(typeof id === "string" ? { api: id } : {}),
    ...(identity === undefined ? {} : { identity }),
  };
}
