import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { projectType } from "../access";

/** Arguments of {@link WorkflowLogs}. */
export interface WorkflowLogsArgs {
  /** Id of the Log Analytics workspace that the logs go to. */
  readonly workspaceId: pulumi.Input<string>;
}

/**
 * Sends what Logic Apps log of runs, triggers and actions to a Log Analytics workspace. Inputs and outputs are not in
 * it: https://learn.microsoft.com/azure/logic-apps/monitor-workflows-collect-diagnostic-data
 */
export class WorkflowLogs extends pulumi.ComponentResource {
  constructor(
    name: string,
    private readonly args: WorkflowLogsArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super(projectType("alerts", "WorkflowLogs"), name, {}, options);
    this.registerOutputs();
  }

  /** @param name of the workflow; the diagnostic setting is called after it */
  collect(name: string, workflowId: pulumi.Input<string>): pulumi.Resource {
    return new monitor.DiagnosticSetting(
      `${name}-logs`,
      {
        resourceUri: workflowId,
        workspaceId: this.args.workspaceId,
        logs: [{ category: "WorkflowRuntime", enabled: true }],
      },
      { parent: this },
    );
  }
}
