import { defaultApiVersion } from "../../../azure";
import { asObject, asString } from "../../../definition/json";
import { resourceGroupId, type Lookup } from "../azure-native-type";

/** `logic.listWorkflowTriggerCallbackUrl`. */
export const callbackUrlLookup: Lookup = {
  token: "azure-native:logic:listWorkflowTriggerCallbackUrl",
  call: (inputs, context) => {
    const workflow = `Microsoft.Logic/workflows/${asString(inputs.workflowName)}`;
    const trigger = `triggers/${asString(inputs.triggerName)}`;
    const path = `${resourceGroupId(inputs, context)}/providers/${workflow}/${trigger}/listCallbackUrl`;
    return { method: "POST", path, apiVersion: defaultApiVersion("Microsoft.Logic/workflows"), body: {} };
  },
  outputs: (answer) => {
    const { "api-version": apiVersion, ...queries } = asObject(answer.queries);
    // azure-native renames this one property on its way into the program.
    return { ...answer, queries: { ...queries, apiVersion } };
  },
};
