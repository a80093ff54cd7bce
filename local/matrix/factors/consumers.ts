import type { consumerFields } from "../../../settings/fields/consumer-fields";
import type { TokenKeys } from "./token-factors";

/** Settings of a consumer, as in a stack file. */
export type ConsumerKeys = { readonly [Key in keyof typeof consumerFields]?: unknown };

const topics =
  "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics";
const topicId = `${topics}/crm-updates`;

/** A consumer of the first token, with every setting that has no alternatives of its own. */
function ofAccounts({ secretName }: TokenKeys): ConsumerKeys {
  return {
    name: "accounts",
    token: secretName,
    sObject: "Account",
    externalIdField: "ERP_Id__c",
    fields: { ERP_Id__c: "erp_id", Name: "name", AnnualRevenue: "revenue" },
  };
}

/** A consumer of the first token and another topic, whose messages are of an object that is the org's own. */
function ofOrders({ secretName }: TokenKeys): ConsumerKeys {
  return {
    ...{ name: "orders", token: secretName, topicId: `${topics}/orders` },
    ...{ subscriptionName: "orders", maxDeliveryCount: 3 },
    ...{ sObject: "Order__c", externalIdField: "Order_Id__c", fields: { Order_Id__c: "erp_id", Note__c: "note" } },
    ...{ requiredFields: ["Note__c"], allOrNone: true, apiVersion: "66.0", intervalMinutes: 5, maxMessagesPerRun: 5 },
    refreshGraceMinutes: 12,
  };
}

/** Alternatives for a stack's consumers. */
export const consumers: Readonly<Record<string, (first: TokenKeys) => readonly ConsumerKeys[]>> = {
  none: () => [],
  "of a topic": (first) => [{ ...ofAccounts(first), topicId, subscriptionName: "accounts" }],
  "of a subscription": (first) => [{ ...ofAccounts(first), subscriptionId: `${topicId}/subscriptions/existing` }],
  "two of a token": (first) => [{ ...ofAccounts(first), topicId, subscriptionName: "accounts" }, ofOrders(first)],
};
