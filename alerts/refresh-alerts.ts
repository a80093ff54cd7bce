import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { projectType } from "../access";
import { errorCodeRule } from "./error-code-rule";
import { silenceWatch, type SilenceWatch } from "./silence-watch";

/** Arguments of {@link RefreshAlerts}. */
export interface RefreshAlertsArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** Addresses to tell, by an action group that is created. @default nobody is told */
  readonly emails?: readonly string[] | undefined;
  /** Id of an action group that exists, instead of addresses. @default nobody is told */
  readonly actionGroupId?: string | undefined;
  /** Where rules on logs are. @default where azure-native puts resources */
  readonly location?: string | undefined;
  /** Id of the Log Analytics workspace that the workflows log to. @default no alert has an error code */
  readonly workspaceId?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** By the names that their rules begin with. */
  readonly workflows: Readonly<Record<string, WatchedWorkflow>>;
}

/** A workflow that refreshes a token, and how often. */
export interface WatchedWorkflow {
  readonly secretName: string;
  readonly intervalMinutes: number;
  readonly workflowId: pulumi.Input<string>;
}

/** Ids of a token's alert rules. */
export interface AlertRules {
  /** Fires when a run failed. */
  readonly failed: pulumi.Output<string>;
  /** Fires when no run succeeded for two intervals; absent where no window of a metric alert is as long. */
  readonly silent?: pulumi.Output<string>;
  /** Fires when a run failed, once for each error code, and has it; absent without a workspace. */
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

/** Tells of refreshes that fail, and of those that do not happen. */
export class RefreshAlerts extends pulumi.ComponentResource {
  /** Absent where nobody is told. */
  readonly actionGroupId: pulumi.Output<string> | undefined;
  /** By the names of `workflows`. */
  readonly rules: Readonly<Record<string, AlertRules>>;
  private readonly place: Pick<RefreshAlertsArgs, "resourceGroupName" | "tags"> & { readonly location: string };

  constructor(
    name: string,
    private readonly args: RefreshAlertsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super(projectType("alerts", "RefreshAlerts"), name, {}, opts);
    const { resourceGroupName, tags, emails = [], actionGroupId } = args;
    // Alert rules on metrics and action groups have no region: https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
    this.place = { resourceGroupName, location: "global", ...(tags === undefined ? {} : { tags }) };
    this.actionGroupId =
      actionGroupId === undefined ? this.createActionGroup(name, emails) : pulumi.output(actionGroupId);
    this.rules = Object.fromEntries(
      Object.entries(args.workflows).map(([workflow, watched]) => [workflow, this.watch(workflow, watched)]),
    );
    this.registerOutputs(this.actionGroupId === undefined ? {} : { actionGroupId: this.actionGroupId });
  }

  private watch(name: string, watched: WatchedWorkflow): AlertRules {
    const { secretName, intervalMinutes, workflowId } = watched;
    const failed = this.rule(`${name}-failed`, workflowId, {
      description: `A refresh of the token ${secretName} failed. The error code of the run says why.`,
      criterion: { name: "failed", metricName: "RunsFailed", operator: "GreaterThan", threshold: 0 },
      // Looks back longer than it waits, since the first value after a day without any may be missed otherwise:
      // https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-troubleshoot-metric
      watch: { windowSize: "PT15M", evaluationFrequency: "PT5M" },
    });
    const told = { failed, ...this.errorCode(name, secretName, workflowId) };
    const watch = silenceWatch(intervalMinutes);
    if (watch === undefined) return told;
    const silent = this.rule(`${name}-silent`, workflowId, {
      description:
        `No refresh of the token ${secretName} succeeded for two intervals or longer; ` +
        `one is due every ${intervalMinutes} minutes.`,
      criterion: { name: "silent", metricName: "RunsSucceeded", operator: "LessThan", threshold: 1 },
      watch,
    });
    return { ...told, silent };
  }

  private errorCode(name: string, secretName: string, workflowId: pulumi.Input<string>): Pick<AlertRules, "errorCode"> {
    const { resourceGroupName, location, tags, workspaceId } = this.args;
    if (workspaceId === undefined) return {};
    const actionGroupIds = this.actionGroupId === undefined ? [] : [this.actionGroupId];
    const args = { resourceGroupName, location, tags, workspaceId, workflowId, secretName, actionGroupIds };
    return { errorCode: errorCodeRule(`${name}-error-code`, args, { parent: this }).id };
  }

  private createActionGroup(name: string, emails: readonly string[]): pulumi.Output<string> | undefined {
    if (emails.length === 0) return undefined;
    return new monitor.ActionGroup(
      name,
      {
        ...this.place,
        enabled: true,
        // At most 12 characters, and what a message begins with.
        groupShortName: "tokenrefresh",
        emailReceivers: emails.map((emailAddress, index) => ({ name: `email-${index + 1}`, emailAddress })),
      },
      { parent: this },
    ).id;
  }

  private rule(name: string, workflowId: pulumi.Input<string>, rule: Rule): pulumi.Output<string> {
    const { description, criterion, watch } = rule;
    return new monitor.MetricAlert(
      name,
      {
        ...this.place,
        description,
        enabled: true,
        severity: 1,
        scopes: [workflowId],
        windowSize: watch.windowSize,
        evaluationFrequency: watch.evaluationFrequency,
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
        // Told once, and again when it happens after it was over.
        autoMitigate: true,
        actions: this.actionGroupId === undefined ? [] : [{ actionGroupId: this.actionGroupId }],
      },
      { parent: this },
    ).id;
  }
}
