import { behaviours } from "../resources/behaviours";
import { ArmError } from "../resources/errors";

/** Tokens for Azure Resource Manager may be for any of these. */
export const managementAudiences = [
  "https://management.azure.com",
  "https://management.azure.com/",
  "https://management.core.windows.net",
  "https://management.core.windows.net/",
] as const;

const apiVersions: readonly string[] = ["2020-06-01", "2022-09-01"];

/**
 * Returns the body of `GET /metadata/endpoints`, which needs no token, for the endpoints that the emulator serves.
 *
 * @throws {ArmError} for an API version that is not served
 */
export function cloudMetadata(tenantId: string, apiVersion: string | null): unknown {
  if (apiVersion === null || !apiVersions.includes(apiVersion)) {
    const message = `The emulator serves the api-versions ${apiVersions.join(", ")} of metadata/endpoints, not '${apiVersion ?? ""}'.`;
    throw new ArmError(behaviours.metadataVersionNotServed, message);
  }
  const cloud = {
    name: "AzureCloud",
    portal: "https://portal.azure.com",
    resourceManager: "https://management.azure.com/",
    authentication: {
      loginEndpoint: "https://login.microsoftonline.com/",
      audiences: ["https://management.core.windows.net/", "https://management.azure.com/"],
      tenant: tenantId,
      identityProvider: "AAD",
    },
    suffixes: { keyVaultDns: "vault.azure.net" },
  };
  return apiVersion === "2020-06-01" ? [cloud] : cloud;
}
