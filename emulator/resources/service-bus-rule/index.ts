import type { EmulatedType } from "../emulated-type";
import { serviceBusRules as arm } from "./arm";
import { rule as azureNative } from "./azure-native";

/** Microsoft.ServiceBus/namespaces/topics/subscriptions/rules. */
export const serviceBusRule: EmulatedType = { azureNative, arm };
