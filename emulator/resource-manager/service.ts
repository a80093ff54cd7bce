import type { AuthorizationModel, RolePermissions } from "../../azure";
import type { Clock } from "../clock";
import type { Entra } from "../entra";
import type { Authorize, KeyVault } from "../key-vault";
import type { ConnectorConnection, LogicApps } from "../logic-apps";
import type { Network } from "../network";
import { createAllows } from "./allows";
import { createAuthorize } from "./authorize";
import { findConnection } from "../resources/connection/arm";
import { serveManagement } from "./endpoint";
import { Principals, type PrincipalType } from "../resources/principals";
import type { RecordedRequest } from "./recorded-request";
import { ResourceManager } from "./resource-manager";
import { ResourceStore } from "../resources/resource-store";
import { emulatedTypes } from "../resources/resource-types";
import { Seeding } from "./seeding";

export type { RecordedRequest } from "./recorded-request";

/** A resource that was put, as the request said it. */
export interface ArmResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A resource as a GET shows it. */
export interface ResourceState extends ArmResource {
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Azure Resource Manager at management.azure.com. */
export interface Arm {
  readonly subscriptionId: string;
  /** What is there, oldest first. Access policies come last, with the ids that azure-native gives them. */
  resources(): readonly ArmResource[];
  /** The resources of one type, with what a GET answers of each. */
  state(type: string): readonly ResourceState[];
  /** Decides on secrets from what was deployed. */
  readonly authorize: Authorize;
  /** The requests so far, over HTTPS, with `[secret]` for what is secret in them. */
  requests(): readonly RecordedRequest[];
  /** What the connector runtime needs of a connection; undefined when there is none. */
  connection(connectionId: string): ConnectorConnection | undefined;
  /** Makes a principal known, such as one that somebody else's resource has. */
  addPrincipal(principalId: string, type?: PrincipalType): void;
  /** Puts a resource group there as if it had always been. */
  seedResourceGroup(id: string, location: string): void;
  /** Puts a vault there; its resource group too, where there is none. */
  seedVault(id: string, model: AuthorizationModel): Promise<void>;
  /** Puts something there that others only name, such as an action group or a workspace. */
  seedNamed(id: string): void;
  /** Puts a custom role there, assignable anywhere. */
  seedRoleDefinition(id: string, permissions: readonly RolePermissions[]): void;
  /** Puts a resource that `resources()` told of, a deleted grant for one, back. @throws {ArmError} as a PUT would */
  put(resource: ArmResource): Promise<void>;
  /** Deletes a resource or one access policy. @throws {Error} where nothing has that id */
  deleteResource(id: string): void;
}

/** What Azure Resource Manager works with. */
export interface ArmOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly entra: Entra;
  readonly keyVault: KeyVault;
  readonly logicApps: LogicApps;
  readonly subscriptionId: string;
  /** Object id of the principal that may do anything. */
  readonly deployerId?: string;
}

const embedded = emulatedTypes.flatMap((type) => type.embedded ?? []);

/** Serves Azure Resource Manager. */
export function createArm({ network, clock, entra, keyVault, logicApps, subscriptionId, deployerId }: ArmOptions): Arm {
  const store = new ResourceStore();
  const principals = new Principals();
  const services = { clock, tenantId: entra.tenantId, store, principals, keyVault, logicApps };
  const manager = new ResourceManager(subscriptionId, services);
  const requests: RecordedRequest[] = [];
  const seeding = new Seeding(manager);
  const allows = createAllows(store, principals, deployerId);
  serveManagement({ network, entra, manager, allows, record: (request) => void requests.push(request) });
  return {
    subscriptionId,
    resources: () => [...store.all().map(shown), ...embedded.flatMap(({ list }) => list(store))],
    state: (type) => store.all(type),
    authorize: createAuthorize(store),
    requests: () => [...requests],
    connection: (connectionId) => findConnection(store, connectionId),
    addPrincipal: (principalId, type) => {
      principals.add(principalId, type);
    },
    seedResourceGroup: (id, location) => {
      seeding.resourceGroup(id, location);
    },
    seedVault: (id, model) => seeding.vault(id, model),
    seedNamed: (id) => {
      seeding.named(id);
    },
    seedRoleDefinition: (id, permissions) => {
      seeding.roleDefinition(id, permissions);
    },
    put: async ({ id, apiVersion, body }) => {
      const path = embedded.map(({ writePath }) => writePath(id)).find((found) => found !== undefined) ?? id;
      await manager.handle({ method: "PUT", path, apiVersion, body });
    },
    deleteResource: (id) => {
      if (embedded.some(({ remove }) => remove(store, id)) || manager.remove(id)) return;
      throw new Error(`The resource '${id}' does not exist and cannot be deleted.`);
    },
  };
}

function shown({ id, type, name, apiVersion, body }: ArmResource): ArmResource {
  return { id, type, name, apiVersion, body };
}
