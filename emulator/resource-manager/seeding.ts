import { parseResourceId, resourceGroupIdOf, type ResourceId } from "../../azure/resource-id";
import type { ResourceManager } from "./resource-manager";
import type { RolePermission } from "../resources/role-permission";

/** Who decides on a vault's secrets. */
export type VaultModel = "rbac" | "accessPolicy";

const seededLocation = "westeurope";

/** Resources that are there before anything is deployed. */
export class Seeding {
  constructor(readonly manager: ResourceManager) {}

  resourceGroup(id: string, location: string): void {
    const { name } = parsed(id);
    const body = { location };
    const answer = { location, properties: { provisioningState: "Succeeded" } };
    const type = "Microsoft.Resources/resourceGroups";
    this.manager.services.store.put({ id, type, name, apiVersion: "2024-03-01", body, answer });
  }

  async vault(id: string, model: VaultModel): Promise<void> {
    const { store, tenantId } = this.manager.services;
    const groupId = resourceGroupIdOf(parsed(id));
    if (groupId !== undefined && store.get(groupId) === undefined) this.resourceGroup(groupId, seededLocation);
    const properties = {
      tenantId,
      sku: { family: "A", name: "standard" },
      enableRbacAuthorization: model === "rbac",
      enablePurgeProtection: true,
      accessPolicies: [],
    };
    const body = { location: seededLocation, properties };
    await this.manager.handle({ method: "PUT", path: id, apiVersion: "2024-11-01", body });
  }

  /** Something of which others need only that it is there. */
  named(id: string): void {
    const { name, type } = parsed(id);
    this.manager.services.store.put({ id, type, name, apiVersion: "", body: {}, answer: {} });
  }

  roleDefinition(id: string, permissions: readonly RolePermission[]): void {
    const { name, subscriptionId } = parsed(id);
    const properties = {
      roleName: `Seeded role ${name}`,
      type: "CustomRole",
      permissions,
      assignableScopes: [`/subscriptions/${subscriptionId}`],
    };
    const type = "Microsoft.Authorization/roleDefinitions";
    const body = { properties };
    this.manager.services.store.put({ id, type, name, apiVersion: "2022-04-01", body, answer: body });
  }
}

/** @throws {Error} naming an id that is none */
function parsed(id: string): ResourceId {
  const target = parseResourceId(id);
  if (target === undefined) throw new Error(`'${id}' is no id of a resource that could be seeded.`);
  return target;
}
