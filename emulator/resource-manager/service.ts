import type { AuthorizationModel, Cloud, RolePermissions } from "../../azure";
import type { Clock } from "../clock";
import type { Entra } from "../entra";
import type { Authorize, KeyVault } from "../key-vault";
import type { ConnectorConnection, LogicApps } from "../logic-apps";
import type { Network } from "../network";
import type { Readings } from "../provenance";
import type { AuthorizeMessages, ServiceBus } from "../service-bus";
import { createAllows } from "./allows";
import { createAuthorize, createAuthorizeMessages } from "./authorize";
import { findConnection } from "../resources/connection/arm";
import { serveManagement } from "./endpoint";
import { Principals, type PrincipalType } from "../resources/principals";
import type { RecordedRequest } from "./recorded-request";
import { ResourceManager } from "./resource-manager";
import { ResourceStore } from "../resources/resource-store";
import { emulatedTypes } from "../resources/resource-types";
import { Seeding } from "./seeding";

export type { RecordedRequest } from "./recorded-request";

/** A deployed resource, with the body of its last PUT. */
export interface ArmResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A deployed resource, with the body of a GET. */
export interface ResourceState extends ArmResource {
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Azure Resource Manager. */
export interface Arm {
  readonly subscriptionId: string;
  /** Lists the deployed resources, oldest first; access policies come last, with the IDs that azure-native gives them. */
  resources(): readonly ArmResource[];
  /** Lists the resources of one type, each with the body of a GET. */
  state(type: string): readonly ResourceState[];
  /** Authorizes requests to vaults by the deployed role assignments and access policies. */
  readonly authorize: Authorize;
  /** Authorizes requests for messages by the deployed role assignments. */
  readonly authorizeMessages: AuthorizeMessages;
  /** Lists the requests received over HTTPS so far, with `[secret]` in place of secrets. */
  requests(): readonly RecordedRequest[];
  /** Returns the properties of a connection that the connector runtime needs; undefined for an unknown ID. */
  connection(connectionId: string): ConnectorConnection | undefined;
  /** Adds a principal to the tenant, such as one that another team's resource has. */
  addPrincipal(principalId: string, type?: PrincipalType): void;
  /** Adds a resource group that exists before the deployment. */
  seedResourceGroup(id: string, location: string): void;
  /** Adds a vault that exists before the deployment, and its resource group where that is missing. */
  seedVault(id: string, model: AuthorizationModel): Promise<void>;
  /** Adds a topic that exists before the deployment, with its namespace and resource group where they are missing. */
  seedTopic(id: string): Promise<void>;
  /** Adds a resource that others only refer to, such as an action group or a workspace. */
  seedNamed(id: string): void;
  /** Adds a custom role that is assignable anywhere in the subscription. */
  seedRoleDefinition(id: string, permissions: readonly RolePermissions[]): void;
  /** Writes a resource that `resources()` listed, such as a deleted grant. @throws {ArmError} as a PUT would */
  put(resource: ArmResource): Promise<void>;
  /** Deletes a resource or one access policy. @throws {Error} where none has that ID */
  deleteResource(id: string): void;
}

/** Options of Azure Resource Manager. */
export interface ArmOptions {
  readonly cloud: Cloud;
  readonly network: Network;
  readonly clock: Clock;
  readonly readings: Readings;
  readonly entra: Entra;
  readonly keyVault: KeyVault;
  readonly logicApps: LogicApps;
  readonly serviceBus: ServiceBus;
  readonly subscriptionId: string;
  /** Object id of the principal that may do anything. */
  readonly deployerId?: string;
}

const embedded = emulatedTypes.flatMap((type) => type.embedded ?? []);

/** Serves Azure Resource Manager. */
export function createArm(options: ArmOptions): Arm {
  const { cloud, network, clock, readings, entra, keyVault, logicApps, serviceBus } = options;
  const { subscriptionId, deployerId } = options;
  const store = new ResourceStore();
  const principals = new Principals();
  const { tenantId } = entra;
  const services = { cloud, clock, readings, tenantId, store, principals, keyVault, logicApps, serviceBus };
  const manager = new ResourceManager(subscriptionId, services);
  const requests: RecordedRequest[] = [];
  const seeding = new Seeding(manager);
  const allows = createAllows(services, deployerId);
  serveManagement({ cloud, network, entra, manager, allows, record: (request) => void requests.push(request) });
  return {
    subscriptionId,
    resources: () => [...store.all().map(shown), ...embedded.flatMap(({ list }) => list(store))],
    state: (type) => store.all(type),
    authorize: createAuthorize(services),
    authorizeMessages: createAuthorizeMessages(services),
    requests: () => [...requests],
    connection: (connectionId) => findConnection(store, connectionId),
    addPrincipal: (principalId, type) => {
      principals.add(principalId, type);
    },
    seedResourceGroup: (id, location) => {
      seeding.resourceGroup(id, location);
    },
    seedVault: (id, model) => seeding.vault(id, model),
    seedTopic: (id) => seeding.topic(id),
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
