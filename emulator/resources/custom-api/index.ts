import type { EmulatedType } from "../emulated-type";
import { customApis as arm } from "./arm";
import { customApi as azureNative } from "./azure-native";

/** Microsoft.Web/customApis. */
export const customApi: EmulatedType = { azureNative, arm: () => arm };
