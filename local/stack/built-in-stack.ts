import type { CloudName } from "../../azure";
import { azureNativeIn, stackConfiguration } from "./stack-configuration";

/** Settings of the stack of `npm start` without a stack file: two providers, both grants, a consumer, a name for designers. */
const settings = {
  tokens: [
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
  ],
  consumers: [
    {
      name: "accounts",
      token: "salesforce-token",
      topicId:
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/crm-updates",
      subscriptionName: "accounts",
      sObject: "Account",
      externalIdField: "ERP_Id__c",
      fields: { ERP_Id__c: "erp_id", Name: "name", Phone: "phone" },
      requiredFields: ["Name"],
    },
  ],
  allowedSecretNames: ["webhook-signing-key"],
};

/** The configuration of the stack of `npm start` without a stack file. */
export const builtInStack = builtInStackIn("public");

/** The configuration of the same stack in a cloud. */
export function builtInStackIn(cloud: CloudName): Readonly<Record<string, string>> {
  return stackConfiguration(settings, azureNativeIn(cloud));
}
