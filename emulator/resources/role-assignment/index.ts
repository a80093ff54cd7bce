import type { EmulatedType } from "../emulated-type";
import { roleAssignments as arm } from "./arm";
import { roleAssignment as azureNative } from "./azure-native";
import { viewOperation } from "../arm-operation";
import { roleAssignmentsView } from "./role-assignments-view";

/** Microsoft.Authorization/roleAssignments, and the list of one principal's. */
export const roleAssignment: EmulatedType = { azureNative, arm, operations: [viewOperation(roleAssignmentsView)] };
