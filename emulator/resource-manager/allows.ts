import { permitsAction } from "../../azure";
import type { ArmServices } from "../resources/resource-provider";
import { assignedPermissions } from "../resources/role-assignment/assigned-permissions";
import { findOperation } from "./find-operation";

/** Decides whether a principal may send a request to the resource manager. */
export type Allows = (principalId: string, method: string, path: string) => boolean;

/**
 * Permits everything to the deployer, because the emulator does not prove what a deployment needs. Other principals of
 * the tenant may perform only operations that name the permission they need, where an assigned role permits it.
 */
export function createAllows(services: ArmServices, deployerId?: string): Allows {
  return (principalId, method, path) => {
    if (principalId === deployerId || services.principals.typeOf(principalId) === undefined) return true;
    const found = findOperation(method, path);
    const needed = found?.operation.needs?.(found.match);
    return (
      needed !== undefined && permitsAction(assignedPermissions(services, principalId, needed.scope), needed.action)
    );
  };
}
