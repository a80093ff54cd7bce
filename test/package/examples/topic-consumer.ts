import {
  existingVault,
  ServiceBusAccess,
  SessionRenewalRole,
  TokenRefresh,
  TopicConsumer,
  VaultAccess,
} from "logicapp-keyvault-secrets-library";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const resourceGroupName = "rg-integration";
const vault = existingVault(`${subscription}/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared`);
const access = new VaultAccess("access", { vault, authorizationModel: "rbac" });
const refresh = new TokenRefresh("refresh-crm-token", {
  resourceGroupName,
  access,
  token: {
    secretName: "crm-token",
    tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
    clientId: "3MVG9-example-consumer-key",
    clientSecretName: "crm-client-secret",
    writePath: "http",
  },
});
const consumer = new TopicConsumer("consume-accounts", {
  resourceGroupName,
  access,
  refresh,
  serviceBusAccess: new ServiceBusAccess("service-bus-access"),
  renewalRole: new SessionRenewalRole("session-renewal", { resourceGroupName }),
  consumer: {
    topicId: `${subscription}/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/accounts`,
    subscriptionName: "salesforce",
    sObject: "Account",
    externalIdField: "ERP_Id__c",
    fields: { ERP_Id__c: "erp_id", Name: "name" },
  },
});

export const consumerWorkflow = consumer.workflow.name;
