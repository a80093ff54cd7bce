import { ArmError } from "../resources/errors";
import type { ResourceProvider } from "../resources/resource-provider";

/** Refuses an `api-version` that is missing, malformed, or not one of the type's. @throws {ArmError} naming it */
export function rejectUnknownApiVersion(provider: ResourceProvider, apiVersion: string | null): void {
  if (apiVersion === null) {
    const message = "The api-version query parameter (?api-version=) is required for all requests.";
    throw new ArmError(400, "MissingApiVersionParameter", message);
  }
  if (!/^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/.test(apiVersion)) {
    throw new ArmError(400, "InvalidApiVersionParameter", `The api-version '${apiVersion}' is invalid.`);
  }
  if (provider.apiVersions.includes(apiVersion)) return;
  const message =
    `No registered resource provider found for API version '${apiVersion}' for type '${provider.type}'. ` +
    `The supported api-versions are '${provider.apiVersions.join(", ")}'.`;
  throw new ArmError(400, "NoRegisteredProviderFound", message);
}
