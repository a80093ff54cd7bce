import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { projectType } from "../access";

/** Arguments of {@link WorkflowLogs}. */
export interface WorkflowLogsArgs {
  /** Id of the Log Analytics workspace that the logs go to. */
  readonly workspaceId: pulumi.Input<string>;
  /** Ids of the Logic Apps, by the names that their diagnostic settings begin with. */
  readonly workflowIds: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * Sends what Logic Apps log of runs, triggers and actions to a Log Analytics workspace. Inputs and outputs are not in
 * it: https://learn.microsoft.com/azure/logic-apps/monitor-workflows-collect-diagnostic-data
 */
export class WorkflowLogs extends pulumi.ComponentResource {
  constructor(name: string, args: WorkflowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(projectType("alerts", "WorkflowLogs"), name, {}, opts);
    const { workspaceId, workflowIds } = args;
    for (const [workflow, resourceUri] of Object.entries(workflowIds)) {
      new monitor.DiagnosticSetting(
        `${workflow}-logs`,
        { resourceUri, workspaceId, logs: [{ category: "WorkflowRuntime", enabled: true }] },
        { parent: this },
      );
    }
    this.registerOutputs();
  }
}
