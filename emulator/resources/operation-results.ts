import { randomUUID } from "node:crypto";
import type { Cloud } from "../../azure";

/**
 * Builds the headers of a 202, with the URL of the operation's result. In the emulator the operation is complete.
 *
 * https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 *
 * @param path of the operation results, without the operation's ID
 */
export function accepted(
  { resourceManager }: Cloud,
  path: string,
  apiVersion: string,
): Readonly<Record<string, string>> {
  return {
    location: `${resourceManager}${path}/${randomUUID()}?api-version=${apiVersion}`,
    "retry-after": "0",
  };
}
