import type { EmulatedType } from "../emulated-type";
import { serviceBusSubscriptions as arm } from "./arm";
import { subscription as azureNative } from "./azure-native";

/** Microsoft.ServiceBus/namespaces/topics/subscriptions. */
export const serviceBusSubscription: EmulatedType = { azureNative, arm };
