import type { EmulatedType } from "../emulated-type";
import { defaultRule as azureNative } from "../service-bus-rule/azure-native";

/** The rule `$Default` of a topic's subscription, a type of its own in azure-native only. */
export const serviceBusDefaultRule: EmulatedType = { azureNative };
