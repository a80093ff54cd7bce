import {
  defaultApiVersion,
  parseResourceId,
  resourceGroupIdOf,
  type AuthorizationModel,
  type ResourceId,
  type RolePermissions,
} from "../../azure";
import type { ResourceManager } from "./resource-manager";

const seededLocation = "westeurope";

/** Resources that are there before anything is deployed. */
export class Seeding {
  constructor(readonly manager: ResourceManager) {}

  resourceGroup(id: string, location: string): void {
    const { name } = parsed(id);
    const body = { location };
    const answer = { location, properties: { provisioningState: "Succeeded" } };
    const type = "Microsoft.Resources/resourceGroups";
    this.manager.services.store.put({ id, type, name, apiVersion: defaultApiVersion(type), body, answer });
  }

  async vault(id: string, model: AuthorizationModel): Promise<void> {
    const { tenantId } = this.manager.services;
    this.#groupOf(id);
    const properties = {
      tenantId,
      sku: { family: "A", name: "standard" },
      enableRbacAuthorization: model === "rbac",
      enablePurgeProtection: true,
      accessPolicies: [],
    };
    const body = { location: seededLocation, properties };
    await this.manager.handle({
      method: "PUT",
      path: id,
      apiVersion: defaultApiVersion("Microsoft.KeyVault/vaults"),
      body,
    });
  }

  async topic(id: string): Promise<void> {
    const { parentId: namespaceId = "" } = parsed(id);
    this.#groupOf(namespaceId);
    for (const [path, type, body] of [
      [namespaceId, "Microsoft.ServiceBus/namespaces", { location: seededLocation }],
      [id, "Microsoft.ServiceBus/namespaces/topics", {}],
    ] as const) {
      if (this.manager.services.store.get(path) !== undefined) continue;
      await this.manager.handle({ method: "PUT", path, apiVersion: defaultApiVersion(type), body });
    }
  }

  /** Something of which others need only that it is there. */
  named(id: string): void {
    const { name, type } = parsed(id);
    this.manager.services.store.put({ id, type, name, apiVersion: "", body: {}, answer: {} });
  }

  roleDefinition(id: string, permissions: readonly RolePermissions[]): void {
    const { name, subscriptionId } = parsed(id);
    const properties = {
      roleName: `Seeded role ${name}`,
      type: "CustomRole",
      permissions,
      assignableScopes: [`/subscriptions/${subscriptionId}`],
    };
    const type = "Microsoft.Authorization/roleDefinitions";
    const body = { properties };
    this.manager.services.store.put({ id, type, name, apiVersion: defaultApiVersion(type), body, answer: body });
  }

  /** Adds the resource group of a resource, where it is missing. */
  #groupOf(id: string): void {
    const groupId = resourceGroupIdOf(parsed(id));
    if (groupId === undefined || this.manager.services.store.get(groupId) !== undefined) return;
    this.resourceGroup(groupId, seededLocation);
  }
}

/** Parses a resource ID. @throws {Error} quoting a text that is not one */
function parsed(id: string): ResourceId {
  const target = parseResourceId(id);
  if (target === undefined)
    throw new Error(
      `'${id}' is not a resource ID. Expected /subscriptions/…/providers/{type}/{name}, or the ID of a resource group.`,
    );
  return target;
}
