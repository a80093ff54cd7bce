/** The stack of `npm start` without a stack file: two providers, both grants, a name for designers. */
export const builtInStack: Readonly<Record<string, string>> = {
  "azure-native:location": "westeurope",
  "logicapp-keyvault-secrets:tokens": JSON.stringify([
    {
      secretName: "salesforce-token",
      tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
      clientId: "3MVG9-example-consumer-key",
      clientSecretName: "salesforce-client-secret",
    },
    {
      secretName: "partner-token",
      grantType: "refresh_token",
      tokenUrl: "https://login.example.com/oauth2/token",
      clientId: "example-client",
      clientSecretName: "partner-client-secret",
      refreshTokenSecretName: "partner-refresh-token",
      instanceUrl: "none",
    },
  ]),
  "logicapp-keyvault-secrets:allowedSecretNames": JSON.stringify(["webhook-signing-key"]),
};
