import * as pulumi from "@pulumi/pulumi";
import { WorkflowAlerts, WorkflowLogs } from "../alerts";
import { parseRefreshArguments } from "../settings/parse/parse-arguments";
import { TokenRefresh as Refresh } from "../workflows";
import type { TokenRefreshArgs } from "./arguments";
import { checkArguments } from "./check-arguments";
import { vaultAccess } from "./vault-access";

/** A Logic App that keeps one OAuth token fresh in the vault, with its own identity, and the alert rules that watch it. */
export class TokenRefresh extends pulumi.ComponentResource {
  /** Resource ID of the Logic App. */
  readonly workflowId: pulumi.Output<string>;
  /** Name of the Logic App. */
  readonly workflowName: pulumi.Output<string>;
  /** Object ID of the Logic App's identity in Microsoft Entra ID. */
  readonly principalId: pulumi.Output<string>;
  /** Address of the secret that stores the token, without a version. */
  readonly secretUri: pulumi.Output<string>;

  constructor(name: string, args: TokenRefreshArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const checked = checkArguments(`TokenRefresh ${name}`, args, parseRefreshArguments);
    super("logicapp-keyvault-secrets:index:TokenRefresh", name, {}, opts);
    const { resourceGroupName, location, tags, identity, runHistoryIpRanges, token } = checked;
    const { alertEmails: emails, actionGroupId, logAnalyticsWorkspaceId: workspaceId } = checked;
    const place = { resourceGroupName, location, tags };
    const child = { parent: this };
    const access = vaultAccess(name, checked, this, opts);
    const logs =
      workspaceId === undefined ? undefined : new WorkflowLogs(`${name}-logs`, { workspaceId, workflowIds: {} }, child);
    const alerts = checked.alerts
      ? new WorkflowAlerts(`${name}-alerts`, { ...place, workspaceId, emails, actionGroupId }, child)
      : undefined;
    const { workflow } = new Refresh(
      name,
      { ...place, token, access, identity, runHistoryIpRanges, logs, alerts },
      child,
    );
    this.workflowId = workflow.id;
    this.workflowName = workflow.name;
    this.principalId = workflow.principalId;
    this.secretUri = pulumi.interpolate`${access.vault.uri}/secrets/${token.secretName}`;
    this.registerOutputs({
      workflowId: this.workflowId,
      workflowName: this.workflowName,
      principalId: this.principalId,
      secretUri: this.secretUri,
    });
  }
}
