import { existingVault, SetSecretConnector, VaultAccess } from "logicapp-keyvault-secrets-library";

const vault = existingVault(
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared",
);
const access = new VaultAccess("access", { vault, authorizationModel: "rbac" });
const connector = new SetSecretConnector("set-secret", {
  resourceGroupName: "rg-integration",
  access,
  allowedSecretNames: ["webhook-signing-key"],
});

export const { connectorId, connectionId } = connector;
