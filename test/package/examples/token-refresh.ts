import { existingVault, TokenRefresh, VaultAccess, WorkflowAlerts } from "logicapp-keyvault-secrets-library";

const resourceGroupName = "rg-integration";
const vault = existingVault(
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared",
);
const refresh = new TokenRefresh("refresh-crm-token", {
  resourceGroupName,
  access: new VaultAccess("access", { vault, authorizationModel: "rbac" }),
  token: {
    secretName: "crm-token",
    tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
    clientId: "3MVG9-example-consumer-key",
    clientSecretName: "crm-client-secret", // the name of the vault secret that holds it
    writePath: "http",
  },
  alerts: new WorkflowAlerts("alerts", { resourceGroupName, emails: ["integration@example.com"] }),
});

export const refreshWorkflow = refresh.workflow.name;
