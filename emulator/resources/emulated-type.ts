import type { ArmOperation } from "./arm-operation";
import type { Lookup, ResourceType } from "./azure-native-type";
import type { ArmServices, ResourceProvider } from "./resource-provider";
import type { ResourceStore, StoredResource } from "./resource-store";

/** Resources that azure-native deploys and Azure stores inside another resource, such as entries of a vault's list. */
export interface EmbeddedResources {
  /** Lists them with the IDs that azure-native gives them. */
  list(this: void, store: ResourceStore): readonly Omit<StoredResource, "answer">[];
  /** Returns the path of the PUT that writes one; undefined for an ID of another type. */
  writePath(this: void, id: string): string | undefined;
  /** Removes one at once; false where none has that ID. */
  remove(this: void, store: ResourceStore, id: string): boolean;
}

/** A resource type: how azure-native deploys it, and what Azure Resource Manager does with it. */
export interface EmulatedType {
  readonly azureNative: ResourceType;
  /** Creates the resource provider. @default Azure stores the type inside another one: see `embedded` */
  readonly arm?: (services: ArmServices) => ResourceProvider;
  /** Operations besides PUT, GET and DELETE of a resource's own ID. @default none */
  readonly operations?: readonly ArmOperation[];
  /** @default none: each resource is stored under its own ID */
  readonly embedded?: EmbeddedResources;
  /** Functions of azure-native besides `get{Type}`. @default none */
  readonly lookups?: readonly Lookup[];
}
