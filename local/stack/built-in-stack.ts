import { azureNativeIn, stackConfiguration } from "./stack-configuration";

/** A token of Salesforce, for client credentials. */
export const salesforceToken = {
  secretName: "salesforce-token",
  tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
  clientId: "3MVG9-example-consumer-key",
  clientSecretName: "salesforce-client-secret",
};

/** A token of a server that rotates refresh tokens. */
export const partnerToken = {
  secretName: "partner-token",
  grantType: "refresh_token",
  tokenUrl: "https://login.example.com/oauth2/token",
  clientId: "example-client",
  clientSecretName: "partner-client-secret",
  refreshTokenSecretName: "partner-refresh-token",
  instanceUrl: "none",
};

/** A consumer of the token of Salesforce. */
export const accountsConsumer = {
  name: "accounts",
  token: salesforceToken.secretName,
  topicId:
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/crm-updates",
  subscriptionName: "accounts",
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id", Name: "name", Phone: "phone" },
  requiredFields: ["Name"],
};

/** The configuration of `npm start` without a stack file: two providers, both grants, a consumer, a name for designers. */
export const builtInStack = stackConfiguration(
  {
    tokens: [salesforceToken, partnerToken],
    consumers: [accountsConsumer],
    allowedSecretNames: ["webhook-signing-key"],
  },
  azureNativeIn("public"),
);
