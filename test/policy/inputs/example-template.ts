/**
 * Templates in the shape of Microsoft's quickstarts, in words of our own. Sources of the shapes:
 * https://github.com/Azure/azure-quickstart-templates/tree/master/quickstarts/microsoft.logic/logic-app-custom-api
 * (secure parameter, reference to a site), …/microsoft.logic/logic-app-sendgrid (connection, managed API by location) and
 * …/microsoft.keyvault/key-vault-add-access-policy (access policies).
 */
const secured = { secureData: { properties: ["inputs", "outputs"] } };
const workflowId = "resourceId('Microsoft.Logic/workflows', parameters('logicAppName'))";

/** An action that reads a secret of the vault with the workflow's identity. */
export const getSecret = {
  type: "Http",
  inputs: {
    method: "GET",
    uri: "[concat('@{parameters(''vaultUri'')}secrets/', parameters('secretName'), '?api-version=7.4')]",
    authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
  },
  runtimeConfiguration: secured,
};

/** A template with a vault, a Logic App that reads a secret of it, and the grant for that. */
export function exampleTemplate(
  actions: object = {},
  permissions: readonly string[] = ["get"],
  rest: object = {},
): object {
  return {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    parameters: {
      location: { type: "string", defaultValue: "[resourceGroup().location]" },
      vaultName: { type: "string", defaultValue: "[concat('kv-', uniqueString(resourceGroup().id))]" },
      secretName: { type: "string", defaultValue: "api-token" },
      logicAppName: { type: "string" },
    },
    resources: [
      {
        type: "Microsoft.KeyVault/vaults",
        apiVersion: "2023-07-01",
        name: "[parameters('vaultName')]",
        location: "[parameters('location')]",
        properties: {
          tenantId: "[subscription().tenantId]",
          sku: { family: "A", name: "standard" },
          enableRbacAuthorization: false,
          enablePurgeProtection: true,
          networkAcls: { defaultAction: "Deny" },
          accessPolicies: [],
        },
      },
      {
        type: "Microsoft.Logic/workflows",
        apiVersion: "2019-05-01",
        name: "[parameters('logicAppName')]",
        location: "[parameters('location')]",
        identity: { type: "SystemAssigned" },
        properties: {
          accessControl: { contents: { allowedCallerIpAddresses: [{ addressRange: "198.51.100.0/24" }] } },
          definition: {
            parameters: { vaultUri: { type: "String" } },
            triggers: { Recurrence: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } },
            actions: { Get_secret: getSecret, ...actions },
          },
          parameters: {
            vaultUri: {
              value: "[reference(resourceId('Microsoft.KeyVault/vaults', parameters('vaultName'))).vaultUri]",
            },
          },
        },
      },
      {
        type: "Microsoft.KeyVault/vaults/accessPolicies",
        apiVersion: "2023-07-01",
        name: "[concat(parameters('vaultName'), '/add')]",
        properties: {
          accessPolicies: [
            {
              tenantId: "[subscription().tenantId]",
              objectId: `[reference(${workflowId}, '2019-05-01', 'Full').identity.principalId]`,
              permissions: { secrets: permissions },
            },
          ],
        },
      },
    ],
    ...rest,
  };
}

/** An action that shows the secret in run history. */
export const leak = { type: "Compose", inputs: "@body('Get_secret')?['value']" };
