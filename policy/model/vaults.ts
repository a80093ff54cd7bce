import { asObject } from "../../definition";
import type { ResourceKey } from "./resource-keys";
import { ResourceKeys } from "./resource-keys";
import type { StackResource } from "../stack";
import { isUnknown } from "../stack";

/** A vault that the stack declares. */
export interface ModelVault {
  readonly urn: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** In lower case; absent where it is known only after deployment. */
  readonly name?: string;
  /** Absent where it is not said, or known only after deployment. */
  readonly authorizationModel?: "rbac" | "accessPolicy";
}

export function readVault(resource: StackResource): ModelVault {
  const { vaultName, name } = resource.properties;
  const properties = asObject(resource.properties.properties);
  const given = [vaultName, name].find((value) => typeof value === "string");
  const { enableRbacAuthorization } = properties;
  return {
    urn: resource.urn,
    properties,
    ...(typeof given === "string" ? { name: given.toLowerCase() } : {}),
    ...(typeof enableRbacAuthorization === "boolean" && !isUnknown(enableRbacAuthorization)
      ? { authorizationModel: enableRbacAuthorization ? "rbac" : "accessPolicy" }
      : {}),
  };
}

/** Which vault something means. */
export type VaultKey = ResourceKey;

/** Finds the vault that a resource means, by what its properties are made from and by names. */
export class VaultKeys extends ResourceKeys {
  /** The vault that a resource names by its property `vaultName`. */
  ofResource({ properties: { vaultName }, propertyDependencies }: StackResource): VaultKey {
    return this.of(typeof vaultName === "string" ? vaultName : undefined, propertyDependencies.vaultName ?? []);
  }
}
