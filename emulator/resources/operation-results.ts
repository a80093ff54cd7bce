import { randomUUID } from "node:crypto";
import type { View } from "./view";

/**
 * Headers of a 202: where the client asks whether the operation is done. In the emulator it is, by the first time.
 *
 * @param path of the operation results, up to the operation's id
 */
export function accepted(path: string, apiVersion: string): Readonly<Record<string, string>> {
  return {
    location: `https://management.azure.com${path}/${randomUUID()}?api-version=${apiVersion}`,
    "retry-after": "0",
  };
}

/** Results of deleted resource groups. https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations */
export const groupOperationsView: View = {
  path: /^\/subscriptions\/[^/]+\/operationresults\/[0-9a-f-]{36}$/i,
  type: "Microsoft.Resources/resourceGroups",
  parameters: [],
  show: () => ({}),
};

/** Results of purged vaults. */
export const vaultOperationsView: View = {
  path: /^\/subscriptions\/[^/]+\/providers\/Microsoft\.KeyVault\/locations\/[^/]+\/operationResults\/[0-9a-f-]{36}$/i,
  type: "Microsoft.KeyVault/vaults",
  parameters: [],
  show: () => ({}),
};
