import { leastToken } from "./stack-configuration";

const topics =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics";
const least = {
  token: leastToken.secretName,
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id" },
};

/** Consumers of a subscription that the program creates, and of an existing one. */
export const consumersOfBothKinds = [
  { ...least, name: "accounts", topicId: `${topics}/accounts`, subscriptionName: "salesforce" },
  { ...least, name: "contacts", subscriptionId: `${topics}/contacts/subscriptions/salesforce` },
];
