/** Runs a trigger of a Logic App. https://learn.microsoft.com/rest/api/logic/workflow-triggers/run */
export const runTriggerAction = "Microsoft.Logic/workflows/triggers/run/action";

/** Lists and reads the runs of a Logic App. https://learn.microsoft.com/rest/api/logic/workflow-runs/list */
export const readRunsAction = "Microsoft.Logic/workflows/runs/read";
