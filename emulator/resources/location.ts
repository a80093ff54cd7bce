import { asString } from "../../definition/json";
import { ArmError } from "./errors";
import type { ResourceId } from "../../azure/resource-id";
import type { StoredResource } from "./resource-store";

/** Compares two locations: Azure ignores case and spaces, as in `West Europe` and `westeurope`. */
export function isSameLocation(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}

function plain(location: unknown): string {
  return asString(location).toLowerCase().replaceAll(" ", "");
}

/**
 * Rejects another location for a resource that exists: no resource can be moved by writing it.
 *
 * Any type but a group: https://github.com/MicrosoftDocs/azure-docs/issues/70422,
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-storage-account-name.
 * A group: https://github.com/Azure/azure-cli/issues/22242.
 *
 * @throws {ArmError} 409 InvalidResourceLocation or InvalidResourceGroupLocation
 */
export function rejectOtherLocation(target: ResourceId, existing: StoredResource, location: unknown): void {
  const { location: before } = existing.answer;
  if (isSameLocation(before, location)) return;
  const [here, there] = [plain(before), plain(location)];
  if (target.type.toLowerCase() === "microsoft.resources/resourcegroups") {
    const message = `Invalid resource group location '${asString(location)}'. The Resource group already exists in location '${here}'.`;
    throw new ArmError(409, "InvalidResourceGroupLocation", message);
  }
  const message =
    `The resource '${target.name}' already exists in location '${here}' in resource group '${target.resourceGroup ?? ""}'. ` +
    `A resource with the same name cannot be created in location '${there}'. Please select a new resource name.`;
  throw new ArmError(409, "InvalidResourceLocation", message);
}
