import { defaultApiVersion } from "../../azure";
import { asObject, asString } from "../../definition/json";
import { ResourceManagerError, type ArmClient } from "./arm-client";

/** The current version of a secret, as Azure Resource Manager shows it: without its value. */
export interface SecretVersion {
  /** The last part of its address. */
  readonly version: string;
  readonly exp?: Date;
}

/**
 * Reads a secret's current version by the vault's resource provider, which needs no right on the vault's data.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/secrets/get
 *
 * @returns undefined where there is no such secret
 */
export async function readSecret(
  azure: ArmClient,
  vaultId: string,
  secretName: string,
): Promise<SecretVersion | undefined> {
  try {
    const properties = asObject(
      (await azure.get(`${vaultId}/secrets/${secretName}`, defaultApiVersion("Microsoft.KeyVault/vaults"))).properties,
    );
    const { exp } = asObject(properties.attributes);
    const address = asString(properties.secretUriWithVersion);
    return {
      version: address.slice(address.lastIndexOf("/") + 1),
      ...(typeof exp === "number" ? { exp: new Date(exp * 1000) } : {}),
    };
  } catch (error) {
    if (error instanceof ResourceManagerError && error.status === 404) return undefined;
    throw error;
  }
}
