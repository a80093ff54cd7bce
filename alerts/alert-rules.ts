import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";
import { errorCodeRule } from "./error-code-rule";
import { globalPlace, type WorkflowAlerts } from "./workflow-alerts";
import { silenceWatch, type SilenceWatch } from "./silence-watch";

/** A workflow whose runs are watched. */
export interface WatchedWorkflow {
  readonly workflowId: pulumi.Input<string>;
  /** Work of one run, as in "A … failed.", such as `refresh of the token crm-token`. */
  readonly activity: string;
  /** Minutes between two runs of its schedule. @default missing runs raise no alert */
  readonly intervalMinutes?: number | undefined;
}

/** IDs of a workflow's alert rules. */
export interface AlertRules {
  /** Fires when a run failed. */
  readonly failed: pulumi.Output<string>;
  /** Fires when no run succeeded for two intervals; absent without a schedule, or if no metric alert window is that long. */
  readonly silent?: pulumi.Output<string>;
  /** Fires when a run failed, once per error code, which it shows; absent without a workspace. */
  readonly errorCode?: pulumi.Output<string>;
}

interface Rule {
  readonly description: string;
  readonly criterion: {
    readonly name: string;
    readonly metricName: string;
    readonly operator: string;
    readonly threshold: number;
  };
  readonly watch: Pick<SilenceWatch, "windowSize" | "evaluationFrequency">;
}

/** Creates the rules that watch one workflow. Their names begin with `name`. */
export function createAlertRules(
  name: string,
  watched: WatchedWorkflow,
  alerts: WorkflowAlerts,
  opts: pulumi.CustomResourceOptions,
): AlertRules {
  const { activity, intervalMinutes, workflowId } = watched;
  const rule = (suffix: string, args: Rule): pulumi.Output<string> =>
    new monitor.MetricAlert(`${name}-${suffix}`, metricAlert(alerts, workflowId, args), opts).id;
  const failed = rule("failed", {
    description: `A ${activity} failed. The error code of the run says why.`,
    criterion: { name: "failed", metricName: "RunsFailed", operator: "GreaterThan", threshold: 0 },
    // The window is longer than the frequency: the first value after a day without any may be missed otherwise.
    // https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-troubleshoot-metric
    watch: { windowSize: "PT15M", evaluationFrequency: "PT5M" },
  });
  const { workspaceId } = alerts.args;
  const errorCode =
    workspaceId === undefined
      ? {}
      : {
          errorCode: errorCodeRule(
            `${name}-error-code`,
            { ...alerts.args, workspaceId, workflowId, activity, actionGroupIds: alerts.actionGroupIds },
            opts,
          ).id,
        };
  const watch = intervalMinutes === undefined ? undefined : silenceWatch(intervalMinutes);
  if (watch === undefined) return { failed, ...errorCode };
  const silent = rule("silent", {
    description:
      `No ${activity} succeeded for two intervals or longer; ` + `one is due every ${String(intervalMinutes)} minutes.`,
    criterion: { name: "silent", metricName: "RunsSucceeded", operator: "LessThan", threshold: 1 },
    watch,
  });
  return { failed, ...errorCode, silent };
}

function metricAlert(
  alerts: WorkflowAlerts,
  workflowId: pulumi.Input<string>,
  { description, criterion, watch: { windowSize, evaluationFrequency } }: Rule,
): monitor.MetricAlertArgs {
  return {
    ...globalPlace(alerts.args),
    description,
    enabled: true,
    severity: 1,
    scopes: [workflowId],
    windowSize,
    evaluationFrequency,
    criteria: {
      odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
      allOf: [
        {
          criterionType: "StaticThresholdCriterion",
          metricNamespace: "Microsoft.Logic/workflows",
          timeAggregation: "Total",
          ...criterion,
        },
      ],
    },
    // Notifies once, and again after the condition was over.
    autoMitigate: true,
    actions: alerts.actionGroupIds.map((actionGroupId) => ({ actionGroupId })),
  };
}
