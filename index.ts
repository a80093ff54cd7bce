import * as pulumi from "@pulumi/pulumi";
import { existingVault, resourceGroup, Vault, VaultAccess } from "./access";
import { SetSecretConnector } from "./connector";
import { writableSecretNames } from "./settings";
import { readSettings } from "./settings/read-settings";
import { RefreshOperators, RefreshWorkflow } from "./workflows";

/** Builds the stack from its settings. The result is the stack's outputs. */
export = (): Record<string, unknown> => {
  const { settings, notes } = readSettings();
  for (const note of notes) void pulumi.log.info(note);
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
  const workflows = settings.tokens.map((token) => {
    const name = `refresh-${token.secretName.toLowerCase()}`;
    const { workflow } = new RefreshWorkflow(name, { ...place, token, access, connector, identity });
    operators?.allow(name, workflow.id, token.refreshOperators);
    return [token.secretName, { id: workflow.id, name: workflow.name, principalId: workflow.principalId }] as const;
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
