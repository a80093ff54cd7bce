import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of {@link errorCodeRule}. */
export interface ErrorCodeRuleArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** @default azure-native's own default location */
  readonly location?: pulumi.Input<string> | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** ID of the Log Analytics workspace that the workflow logs to. */
  readonly workspaceId: string;
  readonly workflowId: pulumi.Input<string>;
  /** Work of one run, as in "A … failed.". */
  readonly activity: string;
  readonly actionGroupIds: readonly pulumi.Input<string>[];
}

const errorCodeColumn = "ErrorCode";

/**
 * Creates an alert rule on the logs of a workflow: each error code of its failed runs is an alert of its own, which shows
 * the code as a dimension.
 */
export function errorCodeRule(
  name: string,
  args: ErrorCodeRuleArgs,
  opts: pulumi.CustomResourceOptions,
): monitor.ScheduledQueryRule {
  const { resourceGroupName, location, tags, workspaceId, workflowId, activity, actionGroupIds } = args;
  return new monitor.ScheduledQueryRule(
    name,
    {
      resourceGroupName,
      ...(location === undefined ? {} : { location }),
      ...(tags === undefined ? {} : { tags }),
      kind: "LogAlert",
      description: `A ${activity} failed with the error code in ${errorCodeColumn}.`,
      enabled: true,
      severity: 1,
      scopes: [workspaceId],
      evaluationFrequency: "PT5M",
      // Logs arrive minutes later: what a window of five minutes would miss is in the next two evaluations' windows.
      windowSize: "PT15M",
      // A new workspace has no table AzureDiagnostics before the first run, and would refuse the query.
      skipQueryValidation: true,
      criteria: {
        allOf: [
          {
            query: pulumi.output(workflowId).apply(failedRuns),
            timeAggregation: "Count",
            operator: "GreaterThan",
            threshold: 0,
            dimensions: [{ name: errorCodeColumn, operator: "Include", values: ["*"] }],
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
          },
        ],
      },
      autoMitigate: true,
      actions: { actionGroups: [...actionGroupIds] },
    },
    // Azure answers "Scope can not be updated", and azure-native would update in place (3.28.0):
    // https://github.com/pulumi/pulumi-azure-native/issues/4839
    { ...opts, replaceOnChanges: ["scopes"] },
  );
}

/**
 * Failed runs of one workflow, each with its error code; without one, it is `Unknown`.
 *
 * Columns whose names end in `_s` come into being with the first row that has them:
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/azurediagnostics
 */
function failedRuns(workflowId: string): string {
  return [
    "AzureDiagnostics",
    '| where ResourceProvider == "MICROSOFT.LOGIC" and OperationName endswith "workflowRunCompleted"',
    // IDs in logs differ in case from those of Azure Resource Manager.
    `| where _ResourceId =~ "${workflowId}" and column_ifexists("status_s", "") == "Failed"`,
    `| extend ${errorCodeColumn} = coalesce(column_ifexists("error_code_s", ""), "Unknown")`,
  ].join("\n");
}
