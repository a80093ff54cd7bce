import type { EmulatedType } from "../emulated-type";
import { vaults as arm } from "./arm";
import { vault as azureNative } from "./azure-native";
import { viewOperation } from "../arm-operation";
import { deletedVaultView, purgeResults, purgeVault } from "./deleted-vaults";
import { secretView } from "./secret-view";

/** Microsoft.KeyVault/vaults, their secrets without values, and deleted vaults. */
export const vault: EmulatedType = {
  azureNative,
  arm,
  operations: [viewOperation(secretView), viewOperation(deletedVaultView), purgeVault, viewOperation(purgeResults)],
};
