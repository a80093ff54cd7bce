import * as z from "zod";
import { subscriptionIdProblem, topicIdProblem } from "../values/azure-ids";
import { consumerNameProblem, subscriptionNameProblem } from "../values/azure-names";
import { checkedText, checkedTexts, wholeNumber } from "../values/checked-text";
import { apiVersionProblem } from "../values/salesforce-api-version";
import { mappedNamesProblem, salesforceNameProblem } from "../values/salesforce-names";
import { secretNameProblem } from "../values/secret-name";

const dayInMinutes = 1_440;
/** Times that an Until action may repeat at most: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config */
const longestLoop = 5_000;

/** The keys of a consumer in `consumers`: the one declaration of their types, defaults and descriptions. */
export const consumerFields = {
  name: checkedText(consumerNameProblem).meta({
    description: "Name of the consumer. Its Logic App is named consume-{name}.",
  }),
  token: checkedText(secretNameProblem).meta({
    description:
      "secretName of the entry of tokens that Salesforce accepts. Its instanceUrl must be tag, and its skipWhileFresh false.",
  }),
  topicId: checkedText(topicIdProblem).optional().meta({
    description:
      "Resource ID of an existing Service Bus topic, on which a subscription is created. Set either this, with subscriptionName, or subscriptionId.",
  }),
  subscriptionName: checkedText(subscriptionNameProblem).optional().meta({
    description: "Name of the subscription to create on the topic. Required with topicId.",
  }),
  subscriptionId: checkedText(subscriptionIdProblem).optional().meta({
    description:
      "Resource ID of an existing subscription of a Service Bus topic, without sessions, and with locks of 5 minutes. Set either this or topicId.",
  }),
  sObject: checkedText(salesforceNameProblem).meta({
    description: "API name of the Salesforce object whose records are upserted, such as Account.",
  }),
  externalIdField: checkedText(salesforceNameProblem).meta({
    description: "External ID field by which Salesforce finds the record to update. Must be one of fields.",
  }),
  fields: checkedTexts(mappedNamesProblem).meta({
    description:
      "Fields of Salesforce to set, each with the name of the property of a message's record that it is set from. Other properties are ignored. A record without a property leaves the field as it is; null empties it.",
  }),
  requiredFields: z.array(checkedText(salesforceNameProblem)).default([]).meta({
    description:
      "Fields, besides externalIdField, that each record must set. A message with a record that does not is not sent to Salesforce.",
    defaultShown: "none",
  }),
  allOrNone: z.boolean().default(false).meta({
    description: "Store no record of a message if Salesforce rejects one of them.",
  }),
  apiVersion: checkedText(apiVersionProblem).default("67.0").meta({
    description: "Version of Salesforce's REST API, in quotes. At least 46.0.",
  }),
  intervalMinutes: wholeNumber(1, dayInMinutes).default(1).meta({
    description: "Minutes between runs. Must be less than refreshGraceMinutes.",
  }),
  maxMessagesPerRun: wholeNumber(1, longestLoop).default(20).meta({
    description: "Messages that a run processes at most, one after the other.",
  }),
  maxDeliveryCount: wholeNumber(1, 2_000).default(20).meta({
    description:
      "Deliveries after which a message goes to the dead letters. The last begins 5 minutes after the one before it, so with 20 a message survives an outage of 95 minutes. Only for a subscription that is created.",
  }),
  refreshGraceMinutes: wholeNumber(2, dayInMinutes).default(10).meta({
    description:
      "Minutes after the storage of a token in which Salesforce's refusal of it is reported instead of another refresh being started. Must be less than the token's intervalMinutes.",
  }),
};
