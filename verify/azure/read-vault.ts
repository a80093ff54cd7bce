import { defaultApiVersion } from "../../azure";
import type { AuthorizationModel } from "../../azure";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { ArmClient } from "./arm-client";

/** A deployed vault. */
export interface Vault {
  readonly id: string;
  readonly name: string;
  /** Host of the vault's address, in lower case. */
  readonly host: string;
  readonly model: AuthorizationModel;
  readonly accessPolicies: readonly JsonObject[];
  /** The firewall's allowed ranges; absent if every address is allowed. */
  readonly firewall?: { readonly isPrivate: boolean; readonly ranges: readonly string[] };
}

/** Reads a vault. @throws {ResourceManagerError} as `get` does */
export async function readVault(azure: ArmClient, id: string): Promise<Vault> {
  const { name, properties: given } = await azure.get(id, defaultApiVersion("Microsoft.KeyVault/vaults"));
  const properties = asObject(given);
  const { defaultAction, ipRules } = asObject(properties.networkAcls);
  const isPrivate = asString(properties.publicNetworkAccess).toLowerCase() === "disabled";
  const isClosed = isPrivate || asString(defaultAction).toLowerCase() === "deny";
  const ranges = asList(ipRules).map((rule) => asString(asObject(rule).value));
  return {
    id,
    name: asString(name),
    host: new URL(asString(properties.vaultUri)).hostname.toLowerCase(),
    model: properties.enableRbacAuthorization === true ? "rbac" : "accessPolicy",
    accessPolicies: asList(properties.accessPolicies).map(asObject),
    ...(isClosed ? { firewall: { isPrivate, ranges } } : {}),
  };
}
