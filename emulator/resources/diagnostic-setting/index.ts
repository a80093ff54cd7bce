import type { EmulatedType } from "../emulated-type";
import { diagnosticSettings as arm } from "./arm";
import { diagnosticSetting as azureNative } from "./azure-native";

/** Microsoft.Insights/diagnosticSettings. */
export const diagnosticSetting: EmulatedType = { azureNative, arm };
