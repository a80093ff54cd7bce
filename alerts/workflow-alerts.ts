import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { projectType } from "../access";

/** Arguments of {@link WorkflowAlerts}. */
export interface WorkflowAlertsArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** E-mail addresses to notify, by an action group that is created. @default nobody is notified */
  readonly emails?: readonly string[] | undefined;
  /** ID of an existing action group to notify, instead of addresses. @default nobody is notified */
  readonly actionGroupId?: string | undefined;
  /** Location of rules on logs. @default azure-native's own default location */
  readonly location?: pulumi.Input<string> | undefined;
  /** ID of the Log Analytics workspace that the workflows log to. @default no alert has an error code */
  readonly workspaceId?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** The recipients of all alerts of a stack, and the place of the rules that notify them. */
export class WorkflowAlerts extends pulumi.ComponentResource {
  /** IDs of the action groups that alerts notify: one, or none where nobody is notified. */
  readonly actionGroupIds: readonly pulumi.Output<string>[];

  constructor(
    name: string,
    readonly args: WorkflowAlertsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super(projectType("alerts", "RefreshAlerts"), name, {}, opts);
    const { emails = [], actionGroupId } = args;
    if (actionGroupId !== undefined) this.actionGroupIds = [pulumi.output(actionGroupId)];
    else this.actionGroupIds = emails.length === 0 ? [] : [this.createActionGroup(name, emails)];
    const [created] = this.actionGroupIds;
    this.registerOutputs(created === undefined ? {} : { actionGroupId: created });
  }

  private createActionGroup(name: string, emails: readonly string[]): pulumi.Output<string> {
    return new monitor.ActionGroup(
      name,
      {
        ...globalPlace(this.args),
        enabled: true,
        // At most 12 characters; messages begin with it.
        groupShortName: "tokenrefresh",
        emailReceivers: emails.map((emailAddress, index) => ({ name: `email-${index + 1}`, emailAddress })),
      },
      { parent: this },
    ).id;
  }
}

/**
 * Place of action groups and of alert rules on metrics, which have no region:
 * https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
 */
export function globalPlace({
  resourceGroupName,
  tags,
}: WorkflowAlertsArgs): Pick<monitor.MetricAlertArgs, "resourceGroupName" | "tags"> & { readonly location: "global" } {
  return { resourceGroupName, location: "global", ...(tags === undefined ? {} : { tags }) };
}
