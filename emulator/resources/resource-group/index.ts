import type { EmulatedType } from "../emulated-type";
import { resourceGroups as arm } from "./arm";
import { resourceGroup as azureNative } from "./azure-native";
import { viewOperation } from "../arm-operation";
import { deletionResults } from "./deletion-results";

/** Microsoft.Resources/resourceGroups, and the results of their deletion. */
export const resourceGroup: EmulatedType = {
  azureNative,
  arm: () => arm,
  operations: [viewOperation(deletionResults)],
};
