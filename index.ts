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

  const refreshes = settings.tokens.map((token) => {
    const name = `refresh-${token.secretName.toLowerCase()}`;
    const { workflow } = new RefreshWorkflow(name, { ...place, token, access, connector, identity });
    return { name, token, workflow };
  });
  const byName = <T>(select: (refresh: (typeof refreshes)[number]) => T): Record<string, T> =>
    Object.fromEntries(refreshes.map((refresh) => [refresh.name, select(refresh)]));

  if (settings.tokens.some(({ refreshOperators }) => refreshOperators.length > 0)) {
    new RefreshOperators("refresh-operators", {
      workflows: byName(({ token, workflow }) => ({ workflowId: workflow.id, operators: token.refreshOperators })),
    });
  }
  const { logAnalyticsWorkspaceId: workspaceId } = settings;
  const alerts = settings.alerts
    ? new RefreshAlerts("refresh-alerts", {
        ...{ resourceGroupName, location, tags, workspaceId },
        emails: settings.alertEmails,
        actionGroupId: settings.actionGroupId,
        workflows: byName(({ token, workflow }) => ({ ...token, workflowId: workflow.id })),
      })
    : undefined;
  if (workspaceId !== undefined) {
    const relay = connector === undefined ? {} : { "set-secret-relay": connector.relay.id };
    const workflowIds = { ...relay, ...byName(({ workflow }) => workflow.id) };
    new WorkflowLogs("workflow-logs", { workspaceId, workflowIds });
  }

  const workflows = refreshes.map(({ name, token, workflow }) => {
    const { id, name: workflowName, principalId } = workflow;
    const rules = alerts?.rules[name];
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
