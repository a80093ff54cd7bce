import type { EmulatedType } from "../emulated-type";
import { userAssignedIdentities as arm } from "./arm";
import { userAssignedIdentity as azureNative } from "./azure-native";

/** Microsoft.ManagedIdentity/userAssignedIdentities. */
export const userAssignedIdentity: EmulatedType = { azureNative, arm };
