import type { Cloud } from "../../azure";
import { behaviours } from "../resources/behaviours";
import { ArmError } from "../resources/errors";

const apiVersions: readonly string[] = ["2020-06-01", "2022-09-01"];

/**
 * Returns the body of `GET /metadata/endpoints`, which needs no token, for the endpoints that the emulator serves.
 *
 * @throws {ArmError} for an API version that is not served
 */
export function cloudMetadata(cloud: Cloud, tenantId: string, apiVersion: string | null): unknown {
  if (apiVersion === null || !apiVersions.includes(apiVersion)) {
    const message = `The emulator serves the api-versions ${apiVersions.join(", ")} of metadata/endpoints, not '${apiVersion ?? ""}'.`;
    throw new ArmError(behaviours.metadataVersionNotServed, message);
  }
  const metadata = {
    name: cloud.cliName,
    portal: cloud.portal,
    resourceManager: `${cloud.resourceManager}/`,
    authentication: {
      loginEndpoint: `https://${cloud.loginHost}/`,
      audiences: [`${cloud.serviceManagement}/`, `${cloud.resourceManager}/`],
      tenant: tenantId,
      identityProvider: "AAD",
    },
    suffixes: { keyVaultDns: cloud.vaultSuffix },
  };
  return apiVersion === "2020-06-01" ? [metadata] : metadata;
}
