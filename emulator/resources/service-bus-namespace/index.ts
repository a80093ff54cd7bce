import type { EmulatedType } from "../emulated-type";
import { serviceBusNamespaces as arm } from "./arm";
import { namespace as azureNative } from "./azure-native";

/** Microsoft.ServiceBus/namespaces. */
export const serviceBusNamespace: EmulatedType = { azureNative, arm };
