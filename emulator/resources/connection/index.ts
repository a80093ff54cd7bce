import type { EmulatedType } from "../emulated-type";
import { connections as arm } from "./arm";
import { connection as azureNative } from "./azure-native";

/** Microsoft.Web/connections. */
export const connection: EmulatedType = { azureNative, arm };
