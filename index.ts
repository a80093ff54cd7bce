import * as pulumi from "@pulumi/pulumi";
import { existingVault, resourceGroup, Vault, VaultAccess } from "./access";
import { alertNotes, WorkflowAlerts, WorkflowLogs } from "./alerts";
import { SetSecretConnector } from "./connector";
import { makeErrorsInspectable } from "./language-host";
import { writableSecretNames } from "./settings";
import { readSettings } from "./settings/read-settings";
import { createConsumers, RefreshOperatorRole, TokenRefresh } from "./workflows";

/** Builds the stack from its settings, and returns the stack's outputs. */
export = (): Record<string, unknown> => {
  makeErrorsInspectable();
  const { settings, notes } = readSettings();
  for (const note of [...notes, ...alertNotes(settings)]) void pulumi.log.info(note);
  const { cloud, location, tags, authorizationModel, grantScope, existingRoleIds, identity, tokens, consumers } =
    settings;

  const resourceGroupName = resourceGroup("keyvault-secrets", settings.resourceGroup, { location, tags });
  const place = { resourceGroupName, location, tags, runHistoryIpRanges: settings.runHistoryIpRanges };

  const vaultArgs = {
    ...place,
    cloud,
    authorizationModel,
    softDeleteRetentionInDays: settings.softDeleteRetentionDays,
  };
  const vault =
    settings.vault.kind === "existing"
      ? existingVault(settings.vault.id, cloud)
      : new Vault("secrets", { ...vaultArgs, vaultName: settings.vault.name });
  const access = new VaultAccess("access", {
    vault,
    authorizationModel,
    grantScope,
    existingRoleIds: { ...existingRoleIds },
  });

  const { logAnalyticsWorkspaceId: workspaceId, alertEmails: emails, actionGroupId, allowedCallerIpRanges } = settings;
  const allowedSecretNames = writableSecretNames(settings);
  const connectorArgs = { ...place, access, allowedSecretNames, identity, allowedCallerIpRanges };
  const connector = allowedSecretNames.length > 0 ? new SetSecretConnector("set-secret", connectorArgs) : undefined;

  const workflowIds = connector === undefined ? {} : { "set-secret-relay": connector.relay.id };
  const logs = workspaceId === undefined ? undefined : new WorkflowLogs("workflow-logs", { workspaceId, workflowIds });
  const alertArgs = { resourceGroupName, location, tags, workspaceId, emails, actionGroupId };
  const alerts = settings.alerts ? new WorkflowAlerts("refresh-alerts", alertArgs) : undefined;
  const hasOperators = tokens.some(({ refreshOperators }) => refreshOperators.length > 0);
  const operatorRole = hasOperators ? new RefreshOperatorRole("refresh-operators", { resourceGroupName }) : undefined;
  const refreshes = tokens.map((token) => {
    const name = `refresh-${token.secretName.toLowerCase()}`;
    return new TokenRefresh(name, { ...place, token, access, connector, identity, operatorRole, logs, alerts });
  });
  const consumerArgs = { ...place, access, identity, logs, alerts, existingRoleIds };
  const consumerWorkflows = createConsumers(consumers, refreshes, consumerArgs);

  return {
    vaultUri: vault.uri,
    refreshWorkflows: Object.fromEntries(
      tokens.map(({ secretName }, index) => [secretName, refreshes[index]?.summary]),
    ),
    ...(consumers.length > 0 ? { consumerWorkflows } : {}),
    ...connector?.summary,
  };
};
