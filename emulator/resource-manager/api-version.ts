import { apiVersions, type ArmType } from "../../azure";
import { behaviours } from "../resources/behaviours";
import { ArmError } from "../resources/errors";

/** Rejects an `api-version` that is missing, malformed, or not supported for the type. @throws {ArmError} naming it */
export function rejectUnknownApiVersion(type: ArmType, apiVersion: string | null): asserts apiVersion is string {
  const supported: readonly string[] = apiVersions[type];
  if (apiVersion === null) {
    const message = "The api-version query parameter (?api-version=) is required for all requests.";
    throw new ArmError(behaviours.apiVersionMissing, message);
  }
  if (!/^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/.test(apiVersion)) {
    throw new ArmError(behaviours.apiVersionMalformed, `The api-version '${apiVersion}' is invalid.`);
  }
  if (supported.includes(apiVersion)) return;
  const message =
    `No registered resource provider found for API version '${apiVersion}' for type '${type}'. ` +
    `The supported api-versions are '${supported.join(", ")}'.`;
  throw new ArmError(behaviours.apiVersionNotServed, message);
}
