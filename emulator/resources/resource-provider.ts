import type { Clock } from "../clock";
import type { KeyVault } from "../key-vault";
import type { LogicApps } from "../logic-apps";
import type { Readings } from "../provenance";
import type { ServiceBus } from "../service-bus";
import type { JsonObject } from "../../definition/json";
import type { Principals } from "./principals";
import type { ArmType, Cloud, ResourceId } from "../../azure";
import type { ResourceStore, StoredResource } from "./resource-store";

/** Services that resource providers use. */
export interface ArmServices {
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly readings: Readings;
  readonly tenantId: string;
  readonly store: ResourceStore;
  readonly principals: Principals;
  readonly keyVault: KeyVault;
  readonly logicApps: LogicApps;
  readonly serviceBus: ServiceBus;
}

/** A PUT of one resource. */
export interface PutRequest {
  readonly target: ResourceId;
  readonly body: JsonObject;
  /** The resource as it is; undefined on creation. */
  readonly existing: StoredResource | undefined;
}

/** Operations of Azure Resource Manager on one resource type. */
export interface ResourceProvider {
  readonly type: ArmType;
  /** True where the body needs a location. */
  readonly located: boolean;
  /**
   * Applies the resource and returns the body of a GET, without `id`, `name` and `type`.
   *
   * @throws {ArmError} for what Azure would refuse
   */
  put(request: PutRequest): JsonObject | Promise<JsonObject>;
  /** Returns the body of the PUT that creates it, where that differs from a GET. @param answer as `put` returned it */
  whileProvisioning?(answer: JsonObject): JsonObject;
  /** Returns the body of a GET where it changes by itself. @default the body that `put` returned */
  live?(resource: StoredResource): JsonObject;
  /** Reverses the effect of `put`. */
  remove?(resource: StoredResource): void;
  /** True where a DELETE is answered with 202 and the URL of an operation's result. @default false */
  readonly removedInBackground?: boolean;
}
