import * as logic from "@pulumi/azure-native/logic";
import {
  existingVault,
  setSecretByConnector,
  SetSecretConnector,
  VaultAccess,
} from "logicapp-keyvault-secrets-library";

const resourceGroupName = "rg-integration";
const vault = existingVault(
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared",
);
const access = new VaultAccess("access", { vault, authorizationModel: "rbac" });
const connector = new SetSecretConnector("set-secret", {
  resourceGroupName,
  access,
  allowedSecretNames: ["webhook-signing-key"],
});

const rotation = new logic.Workflow("rotate-key", {
  resourceGroupName,
  definition: {
    $schema:
      "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
    contentVersion: "1.0.0.0",
    parameters: { $connections: { type: "Object", defaultValue: {} } },
    triggers: { Weekly: { type: "Recurrence", recurrence: { frequency: "Week", interval: 1 } } },
    actions: {
      Create_key: {
        type: "Http",
        runAfter: {},
        inputs: { method: "POST", uri: "https://webhooks.example.com/keys" },
        runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
      },
      Set_secret: setSecretByConnector({
        description: "Stores the new signing key.",
        secretName: "webhook-signing-key",
        parameters: { value: "@{body('Create_key')?['key']}" },
        queries: connector.relayAddress.queries,
        runAfter: { Create_key: ["Succeeded"] },
        retryPolicy: { type: "exponential", count: 3, interval: "PT10S" },
        timeout: "PT5M",
      }),
    },
  },
  parameters: { $connections: { value: connector.connections } },
});

export const workflowName = rotation.name;
