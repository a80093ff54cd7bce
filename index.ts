import * as pulumi from "@pulumi/pulumi";
import { existingVault, resourceGroup, Vault, VaultAccess } from "./access";
import { alertNotes, RefreshAlerts, WorkflowLogs } from "./alerts";
import { SetSecretConnector } from "./connector";
import { makeErrorsInspectable } from "./language-host";
import { writableSecretNames } from "./settings";
import { readSettings } from "./settings/read-settings";
import { RefreshOperators, RefreshWorkflow } from "./workflows";

/** Builds the stack from its settings. The result is the stack's outputs. */
export = (): Record<string, unknown> => {
  makeErrorsInspectable();
  const { settings, notes } = readSettings();
  for (const note of [...notes, ...alertNotes(settings)]) void pulumi.log.info(note);
  const { location, tags, authorizationModel } = settings;

  const resourceGroupName = resourceGroup("keyvault-secrets", settings.resourceGroup, { location, tags });
  const place = { resourceGroupName, location, tags, runHistoryIpRanges: settings.runHistoryIpRanges };

  const vault =
    settings.vault.kind === "existing"
      ? existingVault(settings.vault.id)
      : new Vault("secrets", {
          ...place,
          vaultName: settings.vault.name,
          authorizationModel,
          softDeleteRetentionInDays: settings.softDeleteRetentionDays,
        });
  const access = new VaultAccess("access", {
    vault,
    authorizationModel,
    grantScope: settings.grantScope,
    existingRoleIds: { ...settings.existingRoleIds },
  });

  const { identity, allowedCallerIpRanges } = settings;
  const allowedSecretNames = writableSecretNames(settings);
  const connector =
    allowedSecretNames.length === 0
      ? undefined
      : new SetSecretConnector("set-secret", { ...place, access, allowedSecretNames, identity, allowedCallerIpRanges });

  const operators = settings.tokens.some(({ refreshOperators }) => refreshOperators.length > 0)
    ? new RefreshOperators("refresh-operators")
    : undefined;
  const { logAnalyticsWorkspaceId: workspaceId } = settings;
  const alerts = settings.alerts
    ? new RefreshAlerts("refresh-alerts", {
        ...{ resourceGroupName, location, tags, workspaceId },
        emails: settings.alertEmails,
        actionGroupId: settings.actionGroupId,
      })
    : undefined;
  const logs = workspaceId === undefined ? undefined : new WorkflowLogs("workflow-logs", { workspaceId });
  if (connector !== undefined) logs?.collect("set-secret-relay", connector.relay.id);

  const workflows = settings.tokens.map((token) => {
    const name = `refresh-${token.secretName.toLowerCase()}`;
    const { workflow } = new RefreshWorkflow(name, { ...place, token, access, connector, identity });
    operators?.allow(name, workflow.id, token.refreshOperators);
    logs?.collect(name, workflow.id);
    const rules = alerts?.watch(name, token, workflow.id);
    const { id, name: workflowName, principalId } = workflow;
    return [token.secretName, { id, name: workflowName, principalId, ...(rules && { alertRules: rules }) }] as const;
  });

  return {
    vaultUri: vault.uri,
    refreshWorkflows: Object.fromEntries(workflows),
    ...(connector === undefined ? {} : connectorOutputs(connector, allowedSecretNames)),
  };
};

function connectorOutputs(connector: SetSecretConnector, allowedSecretNames: readonly string[]): object {
  const { connectorId, connectorName, connectionId, relay, relayKey } = connector;
  const { id, name, principalId } = relay;
  return { connectorId, connectorName, connectionId, relay: { id, name, principalId }, relayKey, allowedSecretNames };
}
