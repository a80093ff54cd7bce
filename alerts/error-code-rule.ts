import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of {@link errorCodeRule}. */
export interface ErrorCodeRuleArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** @default where azure-native puts resources */
  readonly location?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Id of the Log Analytics workspace that the workflow logs to. */
  readonly workspaceId: string;
  readonly workflowId: pulumi.Input<string>;
  readonly secretName: string;
  readonly actionGroupIds: readonly pulumi.Input<string>[];
}

const errorCodeColumn = "ErrorCode";

/**
 * An alert rule on what a refresh workflow logs: each error code of its failed runs is an alert of its own, which shows
 * the code as a dimension.
 */
export function errorCodeRule(
  name: string,
  args: ErrorCodeRuleArgs,
  opts: pulumi.CustomResourceOptions,
): monitor.ScheduledQueryRule {
  const { resourceGroupName, location, tags, workspaceId, workflowId, secretName, actionGroupIds } = args;
  return new monitor.ScheduledQueryRule(
    name,
    {
      resourceGroupName,
      ...(location === undefined ? {} : { location }),
      ...(tags === undefined ? {} : { tags }),
      kind: "LogAlert",
      description: `A refresh of the token ${secretName} failed with the error code in ${errorCodeColumn}.`,
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
    // Ids are logged in another case than Azure Resource Manager writes them in.
    `| where _ResourceId =~ "${workflowId}" and column_ifexists("status_s", "") == "Failed"`,
    `| extend ${errorCodeColumn} = coalesce(column_ifexists("error_code_s", ""), "Unknown")`,
  ].join("\n");
}
