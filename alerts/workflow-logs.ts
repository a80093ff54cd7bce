import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { projectType } from "../access";

/** Arguments of {@link WorkflowLogs}. */
export interface WorkflowLogsArgs {
  /** ID of the Log Analytics workspace that receives the logs. */
  readonly workspaceId: string;
  /** IDs of Logic Apps that belong to no other component, by the names that their diagnostic settings begin with. */
  readonly workflowIds: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The workspace that a stack's Logic Apps log to, and the diagnostic settings of those that all tokens share. */
export class WorkflowLogs extends pulumi.ComponentResource {
  readonly workspaceId: string;

  constructor(name: string, { workspaceId, workflowIds }: WorkflowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("alerts", "WorkflowLogs"), name, {}, opts);
    this.workspaceId = workspaceId;
    for (const [workflow, id] of Object.entries(workflowIds)) sendLogs(workflow, id, this, { parent: this });
    this.registerOutputs();
  }
}

/**
 * Sends a Logic App's logs of runs, triggers and actions to the workspace. Inputs and outputs are not among them:
 * https://learn.microsoft.com/azure/logic-apps/monitor-workflows-collect-diagnostic-data
 *
 * @param name - of the workflow; the diagnostic setting's name begins with it
 */
export function sendLogs(
  name: string,
  resourceUri: pulumi.Input<string>,
  { workspaceId }: Pick<WorkflowLogs, "workspaceId">,
  opts: pulumi.CustomResourceOptions,
): void {
  new monitor.DiagnosticSetting(
    `${name}-logs`,
    { resourceUri, workspaceId, logs: [{ category: "WorkflowRuntime", enabled: true }] },
    opts,
  );
}
