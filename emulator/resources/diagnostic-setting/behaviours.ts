import { assumedRefusal, declareBehaviours, documented, notEmulated, refusal } from "../../provenance";

const settings = "https://learn.microsoft.com/azure/azure-monitor/essentials/diagnostic-settings";

/** What Azure Resource Manager answers for diagnostic settings of workflows. */
export const behaviours = declareBehaviours("diagnostic-setting", {
  resourceNotServed: refusal(
    404,
    "ResourceNotFound",
    notEmulated("Resources of other types have diagnostic settings too", settings),
  ),
  sinkNotServed: refusal(501, "SinkNotServed", notEmulated("Logs go to storage accounts and event hubs too", settings)),
  otherCategory: assumedRefusal(
    400,
    "BadRequest",
    documented(
      "The log category of a workflow is WorkflowRuntime",
      "https://learn.microsoft.com/azure/logic-apps/monitor-workflows-collect-diagnostic-data",
    ),
  ),
});
