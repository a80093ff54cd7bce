import type { EmulatedType } from "../emulated-type";
import { actionGroups as arm } from "./arm";
import { actionGroup as azureNative } from "./azure-native";

/** Microsoft.Insights/actionGroups. */
export const actionGroup: EmulatedType = { azureNative, arm: () => arm };
