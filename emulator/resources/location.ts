import { asString } from "../../definition/json";
import { behaviours } from "./behaviours";
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
 * @throws {ArmError} 409 InvalidResourceLocation or InvalidResourceGroupLocation
 */
export function rejectOtherLocation(target: ResourceId, existing: StoredResource, location: unknown): void {
  const { location: before } = existing.answer;
  if (isSameLocation(before, location)) return;
  const [here, there] = [plain(before), plain(location)];
  if (target.type.toLowerCase() === "microsoft.resources/resourcegroups") {
    const message = `Invalid resource group location '${asString(location)}'. The Resource group already exists in location '${here}'.`;
    throw new ArmError(behaviours.otherGroupLocation, message);
  }
  const message =
    `The resource '${target.name}' already exists in location '${here}' in resource group '${target.resourceGroup ?? ""}'. ` +
    `A resource with the same name cannot be created in location '${there}'. Please select a new resource name.`;
  throw new ArmError(behaviours.otherLocation, message);
}
