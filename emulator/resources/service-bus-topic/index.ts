import type { EmulatedType } from "../emulated-type";
import { serviceBusTopics as arm } from "./arm";
import { topic as azureNative } from "./azure-native";

/** Microsoft.ServiceBus/namespaces/topics. */
export const serviceBusTopic: EmulatedType = { azureNative, arm };
