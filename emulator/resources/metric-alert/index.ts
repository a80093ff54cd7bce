import type { EmulatedType } from "../emulated-type";
import { metricAlerts as arm } from "./arm";
import { metricAlert as azureNative } from "./azure-native";

/** Microsoft.Insights/metricAlerts. */
export const metricAlert: EmulatedType = { azureNative, arm };
