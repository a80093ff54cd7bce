import type * as pulumi from "@pulumi/pulumi";
import { errorCodeRule } from "./error-code-rule";
import { atOnce, createMetricRule } from "./metric-rule";
import { silenceWatch } from "./silence-watch";
import type { WorkflowAlerts } from "./workflow-alerts";

/** A workflow whose runs are watched. */
export interface WatchedWorkflow {
  readonly workflowId: pulumi.Input<string>;
  /** Work of one run, as in "A … failed.", such as `refresh of the token crm-token`. */
  readonly activity: string;
  /** Minutes between two runs of its schedule. @default missing runs raise no alert */
  readonly intervalMinutes?: number | undefined;
  /** Minutes that a run may take, during which none ends. @default runs take no time to speak of */
  readonly longestRunMinutes?: number | undefined;
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

/** Creates the rules that watch one workflow. Their names begin with `name`. */
export function createAlertRules(
  name: string,
  watched: WatchedWorkflow,
  alerts: WorkflowAlerts,
  opts: pulumi.CustomResourceOptions,
): AlertRules {
  const { activity, intervalMinutes, longestRunMinutes, workflowId } = watched;
  const ofRuns = { metricNamespace: "Microsoft.Logic/workflows", timeAggregation: "Total" } as const;
  const failed = createMetricRule(
    `${name}-failed`,
    {
      description: `A ${activity} failed. The error code of the run says why.`,
      severity: 1,
      scope: workflowId,
      criterion: { ...ofRuns, name: "failed", metricName: "RunsFailed", operator: "GreaterThan", threshold: 0 },
      watch: atOnce,
    },
    alerts,
    opts,
  );
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
  const watch = intervalMinutes === undefined ? undefined : silenceWatch(intervalMinutes, longestRunMinutes);
  if (watch === undefined) return { failed, ...errorCode };
  const silent = createMetricRule(
    `${name}-silent`,
    {
      description:
        `No ${activity} succeeded for two intervals or longer; ` +
        `one is due every ${String(intervalMinutes)} minutes.`,
      severity: 1,
      scope: workflowId,
      criterion: { ...ofRuns, name: "silent", metricName: "RunsSucceeded", operator: "LessThan", threshold: 1 },
      watch,
    },
    alerts,
    opts,
  );
  return { failed, ...errorCode, silent };
}
