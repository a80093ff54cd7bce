import type { EmulatedType } from "../emulated-type";
import { scheduledQueryRules as arm } from "./arm";
import { scheduledQueryRule as azureNative } from "./azure-native";

/** Microsoft.Insights/scheduledQueryRules. */
export const scheduledQueryRule: EmulatedType = { azureNative, arm };
