import type { EmulatedType } from "../emulated-type";
import { roleDefinitions as arm } from "./arm";
import { roleDefinition as azureNative } from "./azure-native";
import { viewOperation } from "../arm-operation";
import { roleDefinitionView } from "./role-definitions-view";

/** Microsoft.Authorization/roleDefinitions: custom roles, and built-in ones for reading. */
export const roleDefinition: EmulatedType = { azureNative, arm, operations: [viewOperation(roleDefinitionView)] };
