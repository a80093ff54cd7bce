import type { EmulatedType } from "../emulated-type";
import { workflows as arm } from "./arm";
import { workflow as azureNative } from "./azure-native";
import { viewOperation } from "../arm-operation";
import { callbackUrlLookup } from "./callback-url-lookup";
import { listRuns, runView } from "./workflow-runs";
import { listCallbackUrl, runTrigger } from "./workflow-trigger";

/** Microsoft.Logic/workflows, their runs, and the actions on their triggers. */
export const workflow: EmulatedType = {
  azureNative,
  arm,
  operations: [listRuns, viewOperation(runView), listCallbackUrl, runTrigger],
  lookups: [callbackUrlLookup],
};
