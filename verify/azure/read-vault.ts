import type { AuthorizationModel } from "../../azure";
import { asObject, list, text, type JsonObject } from "../json-answer";
import { apiVersions, type ArmClient } from "./arm-client";

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
  const { name, properties: given } = await azure.get(id, apiVersions.vaults);
  const properties = asObject(given);
  const { defaultAction, ipRules } = asObject(properties.networkAcls);
  const isPrivate = text(properties.publicNetworkAccess).toLowerCase() === "disabled";
  const isClosed = isPrivate || text(defaultAction).toLowerCase() === "deny";
  const ranges = list(ipRules).map((rule) => text(asObject(rule).value));
  return {
    id,
    name: text(name),
    host: new URL(text(properties.vaultUri)).hostname.toLowerCase(),
    model: properties.enableRbacAuthorization === true ? "rbac" : "accessPolicy",
    accessPolicies: list(properties.accessPolicies).map(asObject),
    ...(isClosed ? { firewall: { isPrivate, ranges } } : {}),
  };
}
